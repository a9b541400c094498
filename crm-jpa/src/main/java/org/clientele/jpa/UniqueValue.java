package org.clientele.jpa;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value that no second record may have, as it is compared: the database itself refuses the second one. */
@SuppressWarnings("UnusedVariable") // queries read the fields
final class UniqueValue {

    /** The entity's name in queries. */
    static final String ENTITY = "CrmUniqueValue";

    private Key id;
    private UUID recordId;

    /** Which property of which type, and the value. */
    public record Key(String property, String valueKey) {}

    /** For persistence. */
    @SuppressWarnings("NullAway.Init")
    UniqueValue() {}

    UniqueValue(Key id, UUID recordId) {
        this.id = id;
        this.recordId = recordId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UniqueValue value && id.equals(value.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
