package org.clientele.value;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * Points to a record of any type: the type's name and the identity. Immutable and thread-safe.
 *
 * @param type the name of the entity type, such as {@code account}
 */
public record AnyRef(String type, UUID id) implements Comparable<AnyRef>, Serializable {

    private static final Comparator<AnyRef> ORDER =
            Comparator.comparing(AnyRef::type).thenComparing(AnyRef::id);

    public AnyRef {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }

    /** Reads what {@link #toString()} wrote; IllegalArgumentException for anything else. */
    public static AnyRef parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("'" + text + "' is no reference; write it as type/identity");
        }
        return new AnyRef(text.substring(0, slash), UUID.fromString(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(AnyRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
