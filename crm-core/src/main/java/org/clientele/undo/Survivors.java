package org.clientele.undo;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.journal.Delta;
import org.clientele.journal.Redirects;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** The records into which others were merged since: a reference that a merge has moved was changed by nobody. */
final class Survivors {

    private final Map<UUID, UUID> survivors;

    private Survivors(Map<UUID, UUID> survivors) {
        this.survivors = survivors;
    }

    /** The survivors of all records to which references pointed before or after these changes; asked for at once. */
    static Survivors of(Collection<Net> nets, Records records) {
        Set<UUID> named = new HashSet<>();
        for (Net net : nets) {
            for (Property<?, ?> property : records.schema().properties(net.type())) {
                Delta delta = net.deltas().get(property.name());
                if (delta != null) {
                    each(property, delta.before(), named::add);
                    each(property, delta.after(), named::add);
                }
            }
        }
        return new Survivors(named.isEmpty() ? Map.of() : new Redirects(records).survivors(named));
    }

    private static void each(Property<?, ?> property, @Nullable String text, Consumer<UUID> target) {
        if (text == null) {
            return;
        } else if (property instanceof ReferenceProperty<?, ?>) {
            target.accept(UUID.fromString(text));
        } else if (property instanceof AnyReferenceProperty<?>) {
            target.accept(AnyRef.parse(text).id());
        } else if (property instanceof ReferenceSetProperty<?, ?>) {
            TextForm.split(text).forEach(part -> target.accept(UUID.fromString(String.valueOf(part))));
        }
    }

    /** The record that one was merged into; itself when it was not. */
    UUID of(UUID id) {
        return survivors.getOrDefault(id, id);
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
