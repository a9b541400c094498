package org.clientele.jpa.database;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;

/** A database server of this JVM: the one that the environment names, else one that is started when first needed. */
final class Server {

    private final String name;
    private final String variable;
    private final Callable<String> starting;

    private String url;
    private Throwable failure;

    /**
     * A server that is not started yet.
     *
     * @param variable names the environment's variable with the URL of a server that is there already
     * @param starting starts one and gives its URL
     */
    Server(String name, String variable, Callable<String> starting) {
        this.name = name;
        this.variable = variable;
        this.starting = starting;
    }

    /** The URL of the server; where there is none the test is left out, or fails if databases are required. */
    synchronized String url() {
        if (url == null && failure == null) {
            start();
        }
        if (url == null) {
            if ("required".equals(System.getProperty("crm.databases"))) {
                throw new IllegalStateException(name + " is required and can not be started", failure);
            }
            System.err.println("""
                    ==================================================================
                    NO %s: the tests on it do NOT run. %s
                    Name a server by its URL in %s
                    ==================================================================
                    """.formatted(name, failure, variable));
            Assumptions.abort("no " + name);
        }
        return url;
    }

    private void start() {
        String named = System.getenv(variable);
        try {
            url = named == null ? starting.call() : named;
        } catch (Exception | LinkageError notHere) {
            failure = notHere;
        }
    }
}
