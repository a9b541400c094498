package org.clientele.sync;

import java.util.function.Supplier;

/** Asks a remote again when it does not answer. */
final class Patience {

    private static final int TRIES = 4;

    private Patience() {}

    static <T> T ask(Supplier<T> question) {
        for (int tries = 1; ; tries++) {
            try {
                return question.get();
            } catch (RemoteUnavailableException silent) {
                if (tries == TRIES) {
                    throw silent;
                }
            }
        }
    }
}
