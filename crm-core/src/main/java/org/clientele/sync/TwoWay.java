package org.clientele.sync;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a property that two sides have, by what each had when they were last alike (OroCRM documentation,
 * Integrations: two-way synchronization). A value that only one side has changed wins, whatever the priority.
 */
enum TwoWay {
    /** Neither side has news. */
    KEEP,
    /** The remote's value is taken. */
    TAKE,
    /** The value here stays, and the remote is to have it. */
    SEND;

    /** The value that a side has, and the one that it had when both were last alike. */
    record Side(@Nullable String before, @Nullable String now) {

        private boolean isChanged() {
            return !Objects.equals(before, now);
        }
    }

    /**
     * Decides.
     *
     * @param there null when the remote does not tell of the property
     */
    static TwoWay decide(Side here, @Nullable Side there, Priority priority) {
        if (there == null || !there.isChanged()) {
            return here.isChanged() ? SEND : KEEP;
        }
        boolean conflict = here.isChanged() && !Objects.equals(here.now, there.now);
        return conflict && priority == Priority.LOCAL ? SEND : TAKE;
    }
}
