package org.clientele;

import java.util.function.Function;
import org.clientele.door.Door;
import org.jspecify.annotations.Nullable;

/** Reads in the transaction that is open, or else in one of its own. */
record Reading(Work work, @Nullable Door open) {

    <T> T read(Function<? super Door, T> reading) {
        return open != null ? reading.apply(open) : work.inTransaction("read", reading::apply);
    }
}
