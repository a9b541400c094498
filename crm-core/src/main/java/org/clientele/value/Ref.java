package org.clientele.value;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/**
 * Points to a record by its identity. Records never hold each other, they hold references: merging is re-pointing them.
 *
 * <p>References are immutable, thread-safe and ordered by identity; a reference to an account is not one to a contact,
 * and the compiler knows it.
 *
 * @param <T> the type pointed to
 */
public record Ref<T extends Identified>(UUID id) implements Comparable<Ref<T>>, Serializable {

    public Ref {
        Objects.requireNonNull(id, "id");
    }

    /** A reference to this record. */
    public static <T extends Identified> Ref<T> to(T record) {
        return new Ref<>(record.getId());
    }

    @Override
    public int compareTo(Ref<T> other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
