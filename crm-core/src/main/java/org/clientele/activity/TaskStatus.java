package org.clientele.activity;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** How far a task has come (OroCRM documentation, Tasks). */
public record TaskStatus(String id, String label) implements Choice {

    /** Nobody has begun; what a new task is. */
    public static final TaskStatus OPEN = new TaskStatus("open", "Open");
    /** Somebody is at it. */
    public static final TaskStatus IN_PROGRESS = new TaskStatus("in_progress", "In progress");
    /** Nothing remains to be done. */
    public static final TaskStatus CLOSED = new TaskStatus("closed", "Closed");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<TaskStatus> DICTIONARY =
            Dictionary.of("task status", TaskStatus::new, OPEN, IN_PROGRESS, CLOSED);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
