package org.clientele.value;

import java.util.Objects;

/**
 * A choice that a host makes once for a whole CRM and that rules of types ask for, such as the base currency. A type
 * declares it as a constant; a host chooses by {@code config.set(setting, choice)}. Immutable and thread-safe.
 *
 * @param <T> what is chosen
 */
public final class Setting<T> {

    private final String name;
    private final T usual;

    private Setting(String name, T usual) {
        this.name = Objects.requireNonNull(name, "name");
        this.usual = Objects.requireNonNull(usual, "usual");
    }

    /**
     * A setting.
     *
     * @param name what a person calls it
     * @param usual what holds when a host chooses nothing
     */
    public static <T> Setting<T> of(String name, T usual) {
        return new Setting<>(name, usual);
    }

    /** What holds when a host chooses nothing. */
    public T usual() {
        return usual;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
