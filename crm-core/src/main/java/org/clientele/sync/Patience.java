package org.clientele.sync;

import java.util.function.Supplier;

/** Asks a remote again when it does not answer. */
final class Patience {

    private static final int TRIES = 4;

    private Patience() {}

    /**
     * The answer of a connector.
     *
     * @throws IllegalStateException when it gives none
     */
    static <T> T ask(String connector, String method, Supplier<T> question) {
        for (int tries = 1; ; tries++) {
            try {
                T answer = question.get();
                if (answer == null) {
                    throw new IllegalStateException("'" + connector + "' gives null from " + method
                            + "; let the connector give a value, an empty one where there is nothing");
                }
                return answer;
            } catch (RemoteUnavailableException silent) {
                if (tries == TRIES) {
                    throw silent;
                }
            }
        }
    }
}
