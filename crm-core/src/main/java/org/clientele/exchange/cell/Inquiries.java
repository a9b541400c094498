package org.clientele.exchange.cell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * The lookups of one import or export, for those who run it: they say in which transaction is looked and what was written, and
 * are told what was missed. Codecs have no more than the {@link Lookups}. For one thread.
 */
public final class Inquiries {

    private final Lookups lookups;

    /**
     * Inquiries with nothing known yet.
     *
     * @param own the type that is written meanwhile
     * @param awaited the types of which records may yet be written
     */
    public Inquiries(EntityType<?> own, Collection<EntityType<?>> awaited) {
        lookups = new Lookups(own, awaited);
    }

    /** What a codec may ask. */
    public Lookups lookups() {
        return lookups;
    }

    /**
     * From now on, looks within this transaction.
     *
     * @param settle writes what waits, before a record of the own type is looked for
     */
    public void within(Records records, Runnable settle) {
        lookups.within(records, settle);
    }

    /**
     * The identity of the one record that agrees with all of these, or that has the identity when none does; of nothing given
     * nothing is found. IllegalArgumentException with a sentence when there is none or more than one.
     */
    public <R extends CrmRecord> UUID find(EntityType<R> type, List<Agreement<R, ?>> known, Optional<UUID> identity) {
        return lookups.find(type, known, identity);
    }

    /** The record with this identity when these facts about it lead to it and to no other. */
    public <R extends CrmRecord> Optional<R> unmistakable(
            EntityType<R> type, UUID id, Function<R, List<Agreement<R, ?>>> known) {
        return lookups.unmistakable(type, id, known);
    }

    /**
     * Reads what may be a record that was there before and is hidden: what is named by its identity and not seen is the record
     * with that identity, instead of being refused.
     *
     * @param told is told of each such identity, with the sentence that would refuse it
     */
    public <V> @Nullable V reading(Map<UUID, String> told, Supplier<@Nullable V> read) {
        return lookups.reading(told, read);
    }

    /** The identity that a text is, if it is one. */
    public static Optional<UUID> identity(String text) {
        return Lookups.identity(text);
    }

    /** Whether a record of the own type was looked for since this transaction was entered. */
    public boolean askedForOwn() {
        return lookups.askedForOwn();
    }

    /** Something was written: who is not known may be known now, and a record of the own type by another text. */
    public void noteWrite() {
        lookups.noteWrite();
    }

    /** Whether a record was not found that may yet be written, since this was asked to forget such. */
    public boolean hasMissed() {
        return lookups.hasMissed();
    }

    /** What was missed until now no longer counts. */
    public void forgetMissed() {
        lookups.forgetMissed();
    }

    /** What was written is undone. */
    public void forget() {
        lookups.forget();
    }
}
