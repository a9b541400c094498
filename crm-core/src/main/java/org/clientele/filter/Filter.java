package org.clientele.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records of a type that has a text: people read and write it, saved views store it. Times in it may be
 * relative to the one at which it is asked, so that a filter that was stored stays what was meant. Immutable and
 * thread-safe; filters of one type are equal when their texts are.
 *
 * <pre>{@code
 * Filter<Opportunity> filter = Filter.read(crm.schema(), Opportunity.TYPE,
 *         "status is any of [in_progress, won] and closeDate from today - 30 days");
 * session.select(Opportunity.TYPE).where(filter.criterion(clock.instant(), zone));
 * }</pre>
 *
 * @param <R> the type of the records
 */
public final class Filter<R extends CrmRecord> {

    private final EntityType<R> type;
    private final Clause clause;
    private final String text;

    private Filter(EntityType<R> type, Clause clause, String text) {
        this.type = type;
        this.clause = clause;
        this.text = text;
    }

    /**
     * The filter that a text means.
     *
     * @throws FilterException when the text is none, or names what the schema does not have
     */
    public static <R extends CrmRecord> Filter<R> read(Schema schema, EntityType<R> type, String text) {
        Clause clause = ClauseReader.read(schema, type, Objects.requireNonNull(text, "text"));
        return new Filter<>(type, clause, new ClauseWriter(schema).write(clause));
    }

    /**
     * The filter of a condition.
     *
     * @throws IllegalArgumentException when no text can say it, because it asks about what is no property of the types of
     *     the schema, or in a way that properties do not
     */
    public static <R extends CrmRecord> Filter<R> of(Schema schema, EntityType<R> type, Criterion<? super R> where) {
        Clause clause = Noting.of(schema, type, Objects.requireNonNull(where, "where"));
        return new Filter<>(type, clause, new ClauseWriter(schema).write(clause));
    }

    /** The type of the records. */
    public EntityType<R> type() {
        return type;
    }

    /** The text, in the one way in which it is written; it is read back to an equal filter. */
    public String text() {
        return text;
    }

    /**
     * The condition, as it is meant at a time.
     *
     * @param now the time to which others are relative
     * @param zone where days begin
     */
    @SuppressWarnings("unchecked") // the clause is about records of the type
    public Criterion<R> criterion(Instant now, ZoneId zone) {
        return (Criterion<R>) new Meaning(now, zone).of(clause);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Filter<?> filter && type == filter.type && text.equals(filter.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
