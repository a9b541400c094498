package org.clientele.activity;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** How far a call has come (OroCRM documentation, Calls). */
public record CallStatus(String id, String label) implements Choice {

    /** It goes on, or is to be made. */
    public static final CallStatus IN_PROGRESS = new CallStatus("in_progress", "In progress");
    /** It was made; what a call is unless another is given. */
    public static final CallStatus COMPLETED = new CallStatus("completed", "Completed");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<CallStatus> DICTIONARY =
            Dictionary.of("call status", CallStatus::new, IN_PROGRESS, COMPLETED);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
