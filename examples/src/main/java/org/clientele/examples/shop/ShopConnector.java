package org.clientele.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.clientele.model.CrmRecord;
import org.clientele.sync.Connector;
import org.clientele.sync.RemotePage;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.RemoteUnavailableException;
import org.jspecify.annotations.Nullable;

/** Reads one kind of record of a {@link Shop}. Thread-safe. */
final class ShopConnector<R extends CrmRecord> implements Connector<R> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI uri;
    private final BiConsumer<JsonNode, RemoteRecord.Values<R>> reading;

    /**
     * A connector to the shop.
     *
     * @param reading what a record tells
     */
    ShopConnector(URI shop, String kind, BiConsumer<JsonNode, RemoteRecord.Values<R>> reading) {
        this.uri = shop.resolve(kind);
        this.reading = reading;
    }

    @Override
    public RemotePage<R> changes(@Nullable String mark) {
        JsonNode page = get(mark == null ? "0" : mark);
        List<RemoteRecord<R>> records = new ArrayList<>();
        page.get("records").forEach(one -> records.add(record(one)));
        return new RemotePage<>(
                records, page.get("next").asText(), page.get("more").asBoolean());
    }

    private RemoteRecord<R> record(JsonNode one) {
        String id = one.get("id").asText();
        return one.path("deleted").asBoolean()
                ? RemoteRecord.deleted(id)
                : RemoteRecord.of(id, values -> reading.accept(one, values));
    }

    private JsonNode get(String since) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri + "?since=" + since))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new RemoteUnavailableException(uri + " answers with " + response.statusCode());
            }
            return json.readTree(response.body());
        } catch (IOException silent) {
            throw new RemoteUnavailableException(uri + " does not answer: " + silent.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RemoteUnavailableException(uri + " was not waited for");
        }
    }
}
