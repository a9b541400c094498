package org.clientele.value;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A choice that a host makes once for a whole CRM and that rules of types ask for, such as the base currency. A type
 * declares it as a constant; a host chooses by {@code config.set(setting, choice)}. Immutable and thread-safe.
 *
 * @param <T> what is chosen
 */
public final class Setting<T> {

    private final String name;
    private final Supplier<T> usual;

    private Setting(String name, Supplier<T> usual) {
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
        T known = Objects.requireNonNull(usual, "usual");
        return new Setting<>(name, () -> known);
    }

    /**
     * A setting whose usual choice each CRM makes for itself, because CRMs must not share it.
     *
     * @param name what a person calls it
     * @param usual makes what holds when a host chooses nothing; called once for each CRM
     */
    public static <T> Setting<T> ofEach(String name, Supplier<T> usual) {
        return new Setting<>(name, usual);
    }

    /** What holds when a host chooses nothing; a CRM's schema remembers it. */
    public T usual() {
        return usual.get();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
