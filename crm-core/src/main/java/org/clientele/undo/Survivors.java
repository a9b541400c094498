package org.clientele.undo;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.value.AnyRef;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** The records into which others were merged since: a reference that a merge has moved was changed by nobody. */
final class Survivors {

    private final UnaryOperator<UUID> survivor;

    /** Survivors by a function that gives an identity itself when its record was not merged away. */
    Survivors(UnaryOperator<UUID> survivor) {
        this.survivor = survivor;
    }

    /** The record that one was merged into; itself when it was not. */
    UUID of(UUID id) {
        return survivor.apply(id);
    }

    /** The text of a property's value as merges since have made it. */
    @Nullable
    String of(Property<?, ?> property, @Nullable String text) {
        if (text == null) {
            return null;
        } else if (property instanceof ReferenceProperty<?, ?>) {
            return of(UUID.fromString(text)).toString();
        } else if (property instanceof AnyReferenceProperty<?>) {
            AnyRef ref = AnyRef.parse(text);
            return new AnyRef(ref.type(), of(ref.id())).toString();
        } else if (property instanceof ReferenceSetProperty<?, ?>) {
            return TextForm.join(TextForm.split(text).stream()
                    .map(part -> of(UUID.fromString(String.valueOf(part))).toString())
                    .distinct()
                    .sorted()
                    .toList());
        }
        return text;
    }
}
