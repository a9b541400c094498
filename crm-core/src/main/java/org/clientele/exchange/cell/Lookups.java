package org.clientele.exchange.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * What a codec may ask: the schema in force, and records by a text that they are known by, as far as the actor may see
 * them. For one thread.
 *
 * <p>The store is asked once for each text, and again only when what was written since may have changed the answer.
 */
public final class Lookups {

    private static final int IDENTITY_LENGTH = 36;
    private static final int FIRST_HYPHEN = 8;

    private final EntityType<?> own;
    private final Collection<EntityType<?>> awaited;
    private final Map<Asked, List<UUID>> answers = new Recent<>();
    private final Map<Shown, Optional<String>> texts = new Recent<>();
    private @Nullable Map<UUID, String> unseen;
    private @Nullable Records records;
    private Runnable settle = () -> {};
    private boolean askedForOwn;
    private boolean missed;

    /**
     * Lookups with nothing known yet.
     *
     * @param own the type that is written meanwhile
     * @param awaited the types of which records may yet be written
     */
    Lookups(EntityType<?> own, Collection<EntityType<?>> awaited) {
        this.own = own;
        this.awaited = List.copyOf(awaited);
    }

    private record Asked(EntityType<?> type, List<@Nullable Object> by) {}

    private record Shown(Attribute<?, ?> by, UUID id) {}

    /**
     * From now on, looks within this transaction.
     *
     * @param newSettle writes what waits, before a record of the own type is looked for
     */
    void within(Records newRecords, Runnable newSettle) {
        records = newRecords;
        settle = newSettle;
        askedForOwn = false;
    }

    /** Whether a record of the own type was looked for since this transaction was entered. */
    boolean askedForOwn() {
        return askedForOwn;
    }

    /** Something was written: who is not known may be known now, and a record of the own type by another text. */
    void noteWrite() {
        answers.entrySet().removeIf(entry -> entry.getValue().isEmpty() || isOwn(entry.getKey().type));
    }

    private boolean isOwn(EntityType<?> type) {
        return areRelated(type, own);
    }

    /** Whether records of one type may be records of the other. */
    private static boolean areRelated(EntityType<?> one, EntityType<?> other) {
        return one.is(other) || other.is(one);
    }

    /** Whether a record was not found that may yet be written, since this was asked to forget such. */
    boolean hasMissed() {
        return missed;
    }

    void forgetMissed() {
        missed = false;
    }

    /** What was written is undone. */
    void forget() {
        answers.clear();
        texts.clear();
    }

    /**
     * Reads what may be a record that was there before and is hidden: what is named by its identity and not seen is the record
     * with that identity, instead of being refused.
     *
     * @param told is told of each such identity, with the sentence that would refuse it; null to refuse it
     */
    <V> @Nullable V reading(@Nullable Map<UUID, String> told, Supplier<@Nullable V> read) {
        Map<UUID, String> former = unseen;
        unseen = told;
        try {
            return read.get();
        } finally {
            unseen = former;
        }
    }

    private Records records() {
        if (records == null) {
            throw new IllegalStateException("codecs look up records within a transaction only");
        }
        return records;
    }

    /** The types and dictionaries in force. */
    public Schema schema() {
        return records().schema();
    }

    /** The identity of the one record with this text, ignoring case, or with this identity when no text is so. */
    <R extends CrmRecord> UUID find(EntityType<R> type, Attribute<? super R, String> by, String text) {
        return find(new Question<>(
                type,
                Arrays.asList(by, TextFold.fold(text)),
                () -> is(by, text),
                identity(text),
                () -> by.name() + " '" + text + "'"));
    }

    /**
     * The identity of the one record that agrees with all of these, or that has the identity when none does; of nothing given
     * nothing is found. IllegalArgumentException with a sentence when there is none or more than one.
     */
    <R extends CrmRecord> UUID find(EntityType<R> type, List<Agreement<R, ?>> known, Optional<UUID> identity) {
        if (known.stream().noneMatch(Agreement::isGiven)) {
            return find(new Question<>(
                    type,
                    Arrays.asList(identity),
                    Criterion::never,
                    identity,
                    () -> "the identity " + identity.map(UUID::toString).orElse("")));
        }
        List<@Nullable Object> by = new ArrayList<>(known.size() * 2);
        for (Agreement<R, ?> one : known) {
            by.add(one.property());
            by.add(one.key());
        }
        return find(new Question<>(
                type,
                by,
                () -> all(known),
                identity,
                () -> known.stream().map(Agreement::toString).collect(Collectors.joining(" and "))));
    }

    /**
     * Which record is meant.
     *
     * @param by what questions are told apart by
     * @param where what the record meets
     * @param identity what it may have instead
     * @param what both, for a person
     */
    private record Question<R extends CrmRecord>(
            EntityType<R> type,
            List<@Nullable Object> by,
            Supplier<Criterion<R>> where,
            Optional<UUID> identity,
            Supplier<String> what) {}

    private <R extends CrmRecord> UUID find(Question<R> question) {
        EntityType<R> type = question.type;
        if (isOwn(type)) {
            askedForOwn = true;
            settle.run();
        }
        List<UUID> found = answers.computeIfAbsent(
                new Asked(type, question.by), key -> select(type, question.where.get(), question.identity));
        if (found.size() > 1) {
            throw new IllegalArgumentException(records().count(type, question.where.get()) + " records of type " + type
                    + " have " + question.what.get() + "; give the identity of the one that is meant");
        } else if (found.isEmpty()) {
            missed |= awaited.stream().anyMatch(one -> areRelated(one, type));
            return unseen(question);
        }
        return found.get(0);
    }

    private UUID unseen(Question<?> question) {
        String sentence = "no " + question.type + " that you may see has " + question.what.get()
                + "; import it first, or correct the cell";
        Map<UUID, String> told = unseen;
        if (told == null) {
            throw new UnknownCellException(sentence);
        }
        UUID identity = question.identity.orElseThrow(() -> new UnknownCellException(sentence));
        told.put(identity, sentence);
        return identity;
    }

    private <R extends CrmRecord> List<UUID> select(EntityType<R> type, Criterion<R> where, Optional<UUID> identity) {
        List<UUID> named =
                ids(records().select(type, Query.<R>of(where).stretch(0, 2)).toList());
        if (!named.isEmpty()) {
            return named;
        }
        return identity.flatMap(id -> records().find(type, id))
                .map(record -> List.of(record.getId()))
                .orElse(List.of());
    }

    private static <R> Criterion<R> all(List<Agreement<R, ?>> known) {
        List<Criterion<? super R>> parts = new ArrayList<>();
        known.forEach(one -> parts.add(one.criterion()));
        return new Criterion.All<R>(parts);
    }

    private static List<UUID> ids(List<? extends CrmRecord> found) {
        return found.stream().map(CrmRecord::getId).toList();
    }

    private static <R> Criterion<R> is(Attribute<? super R, String> by, String text) {
        return new Criterion.All<R>(List.of(new Criterion.TextMatch<>(by, Criterion.Match.EQUAL, text)));
    }

    /** The identity that a text is, if it is one. */
    static Optional<UUID> identity(String text) {
        if (text.length() != IDENTITY_LENGTH || text.charAt(FIRST_HYPHEN) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** A text by which {@link #find} comes to this record: the text that it is known by, or else its identity. */
    <R extends CrmRecord> String textOf(EntityType<R> type, Attribute<? super R, String> by, UUID id) {
        return texts.computeIfAbsent(new Shown(by, id), shown -> uniqueText(type, by, id))
                .orElseGet(id::toString);
    }

    private <R extends CrmRecord> Optional<String> uniqueText(
            EntityType<R> type, Attribute<? super R, String> by, UUID id) {
        return records().find(type, id).map(by::get).filter(text -> !text.isEmpty() && isOnly(type, is(by, text), id));
    }

    /** The record with this identity when these facts about it lead to it and to no other. */
    <R extends CrmRecord> Optional<R> unmistakable(
            EntityType<R> type, UUID id, Function<R, List<Agreement<R, ?>>> known) {
        return records()
                .find(type, id)
                .filter(record -> known.apply(record).stream().anyMatch(Agreement::isGiven)
                        && isOnly(type, all(known.apply(record)), id));
    }

    private <R extends CrmRecord> boolean isOnly(EntityType<R> type, Criterion<R> where, UUID id) {
        return ids(records().select(type, Query.<R>of(where).stretch(0, 2)).toList())
                .equals(List.of(id));
    }
}
