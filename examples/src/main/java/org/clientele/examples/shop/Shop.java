package org.clientele.examples.shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web shop as others see it: {@code GET /customers?since=4} tells in JSON what was changed after the fourth change. Every
 * third request fails, as the network is what it is.
 */
final class Shop implements AutoCloseable {

    private static final int PAGE = 2;
    private static final int FAILS_EACH = 3;
    private static final int OK = 200;
    private static final int BUSY = 503;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, List<ObjectNode>> changes = new TreeMap<>();
    private final HttpServer server;
    private int requests;

    Shop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String kind : List.of("customers", "carts", "orders")) {
            changes.put(kind, new CopyOnWriteArrayList<>());
            server.createContext("/" + kind, exchange -> answer(kind, exchange));
        }
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Somebody does something in the shop: the record of this kind is from now on as the JSON says, with ' for ". */
    void change(String kind, String text) throws IOException {
        of(kind).add((ObjectNode) json.readTree(text.replace('\'', '"')));
    }

    private List<ObjectNode> of(String kind) {
        return Objects.requireNonNull(changes.get(kind), kind);
    }

    private void answer(String kind, HttpExchange exchange) throws IOException {
        try (exchange) {
            if (++requests % FAILS_EACH == 0) {
                exchange.sendResponseHeaders(BUSY, -1);
                return;
            }
            List<ObjectNode> all = of(kind);
            int from = Integer.parseInt(exchange.getRequestURI().getQuery().substring("since=".length()));
            int to = Math.min(all.size(), from + PAGE);
            ObjectNode page = json.createObjectNode();
            ArrayNode records = page.putArray("records");
            all.subList(from, to).forEach(records::add);
            page.put("next", String.valueOf(to)).put("more", to < all.size());
            byte[] bytes = json.writeValueAsBytes(page);
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
