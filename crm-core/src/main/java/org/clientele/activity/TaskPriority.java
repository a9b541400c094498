package org.clientele.activity;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** How urgent a task is (OroCRM documentation, Tasks). */
public record TaskPriority(String id, String label) implements Choice {

    /** It can wait. */
    public static final TaskPriority LOW = new TaskPriority("low", "Low");
    /** What a task is unless another is given. */
    public static final TaskPriority NORMAL = new TaskPriority("normal", "Normal");
    /** It comes before others. */
    public static final TaskPriority HIGH = new TaskPriority("high", "High");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<TaskPriority> DICTIONARY =
            Dictionary.of("task priority", TaskPriority::new, LOW, NORMAL, HIGH);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskPriority choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
