package org.clientele.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.clientele.value.Setting;

/**
 * What a {@link Preparation} may know and do while its record is being saved.
 *
 * @param <R> the type being saved
 */
public interface Situation<R> {

    /** The record as it is stored; empty when it is saved for the first time. */
    Optional<R> before();

    /** The time of this save. */
    Instant now();

    /** Who saves; empty for the system itself. */
    Optional<UUID> actor();

    /** Finds records that this one points to. */
    Lookup lookup();

    /** The record of whatever type that a reference points to, as {@link #lookup()} finds it. */
    Optional<CrmRecord> find(AnyRef ref);

    /** The name of a record's type. */
    String typeOf(CrmRecord record);

    /** The dictionary in force for a choice. */
    <C extends Choice> Dictionary<C> dictionary(ChoiceProperty<?, C> property);

    /** What the host has chosen. */
    <T> T setting(Setting<T> setting);

    /**
     * The records of a class, and of those below it, that meet a condition on their own values, as they will be once all that
     * is saved so far is done, by identity.
     */
    <S extends CrmRecord> List<S> select(Class<S> recordClass, Criterion<? super S> where);

    /** Saves another record first, in the same change set and by the same rules. */
    void alsoSave(CrmRecord record);

    /** Whether this save changes anything of the record, a custom property or one of a type above included. */
    boolean changes(R after);

    /** Whether this save changes the property; every value of a new record that is not null is a change. */
    default <V> boolean changes(Property<? super R, V> property, R after) {
        return !Objects.equals(before().map(property::get).orElse(null), property.get(after));
    }
}
