package org.clientele.property;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every kind of property is made of. */
record Accessors<R, V>(
        String name,
        Function<R, @Nullable V> getter,
        BiConsumer<R, @Nullable V> setter,
        Map<Class<?>, Trait<?>> traits,
        boolean custom) {

    Accessors {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a property has no name; give it one, as its field has");
        }
        Objects.requireNonNull(getter, "getter");
        Objects.requireNonNull(setter, "setter");
    }

    static <R, V> Accessors<R, V> of(String name, Function<R, @Nullable V> getter, BiConsumer<R, @Nullable V> setter) {
        return new Accessors<>(name, getter, setter, Map.of(), false);
    }

    static <R, V> Accessors<R, V> readOnly(String name, Function<R, @Nullable V> getter) {
        return of(name, getter, (record, value) -> {
            throw new IllegalStateException(name + " can not be set; make a new item in the old one's place");
        });
    }

    Accessors<R, V> asCustom() {
        return new Accessors<>(name, getter, setter, traits, true);
    }

    Accessors<R, V> with(Trait<?>[] further) {
        Map<Class<?>, Trait<?>> all = new LinkedHashMap<>(traits);
        for (Trait<?> trait : further) {
            all.put(trait.foundBy(), trait);
        }
        return new Accessors<>(name, getter, setter, Collections.unmodifiableMap(all), custom);
    }
}
