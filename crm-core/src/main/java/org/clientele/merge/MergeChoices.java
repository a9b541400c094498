package org.clientele.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a merge shall do; used within {@code planMerge} only. Of two choices for one property the later counts.
 * Records only name who takes part: their values are read from the store.
 *
 * <pre>{@code
 * choices.master(acuserv).absorb(bigBear, bodyToning)
 *         .take(Account.NAME, bigBear)
 *         .decide(Account.DESCRIPTION, longest())
 *         .append(Account.TAGS)
 * }</pre>
 *
 * @param <R> the type merged
 */
public final class MergeChoices<R extends CrmRecord> {

    private final List<UUID> absorbed = new ArrayList<>();
    private final Map<Property<? super R, ?>, MergeSource> sources = new LinkedHashMap<>();
    private final Map<EntityType<?>, UUID> kept = new LinkedHashMap<>();
    private @Nullable UUID master;
    private @Nullable MergeStrategy<? super R, Object> preferred;

    MergeChoices() {}

    /** The record that stays, with its identity and all that is not chosen otherwise. */
    public MergeChoices<R> master(R record) {
        master = record.getId();
        return this;
    }

    /** Records that go once their references have moved to the master. */
    @SafeVarargs
    public final MergeChoices<R> absorb(R... records) {
        return absorb(List.of(records));
    }

    /** Records that go once their references have moved to the master. */
    public MergeChoices<R> absorb(List<? extends R> records) {
        records.forEach(record -> absorbed.add(record.getId()));
        return this;
    }

    /** Takes one record's value, also when it has none; of a collection, that record's elements only. */
    public <V> MergeChoices<R> take(Property<? super R, V> property, R from) {
        sources.put(property, new MergeSource.OneRecord(from.getId()));
        return this;
    }

    /** Takes a value of the caller's own; null for none. */
    public <V> MergeChoices<R> set(Property<? super R, V> property, @Nullable V value) {
        sources.put(property, new MergeSource.Given(Values.frozen(property, value)));
        return this;
    }

    /** Takes the elements of all records, none twice. */
    @SafeVarargs
    public final MergeChoices<R> append(CollectionProperty<? super R, ?, ?>... collections) {
        for (CollectionProperty<? super R, ?, ?> collection : collections) {
            sources.put(collection, MergeSource.ByStrategy.of(MergeStrategies.append()));
        }
        return this;
    }

    /**
     * Keeps of related records of a kind those of one record only, such as the calls of one account: of the others some let go
     * of what is merged - a call loses its link and stays - and some, such as attachments, go with it; the plan names each. The
     * merge is refused when one of them can neither.
     *
     * @param kind a type whose records point to what is merged, or whose parts do, as links are parts of a call
     */
    public MergeChoices<R> replace(EntityType<?> kind, R from) {
        kept.put(kind, from.getId());
        return this;
    }

    /** Keeps all related records of these kinds, as it is without a choice. */
    public MergeChoices<R> append(EntityType<?>... kinds) {
        for (EntityType<?> kind : kinds) {
            kept.remove(kind);
        }
        return this;
    }

    /** Takes what a strategy makes of the values of all records, such as {@code decide(Account.NAME, longest())}. */
    public <V> MergeChoices<R> decide(Property<? super R, V> property, MergeStrategy<? super R, V> strategy) {
        sources.put(property, MergeSource.ByStrategy.of(strategy));
        return this;
    }

    /**
     * Takes what a strategy chooses, for every property that nothing else is said about, such as
     * {@code prefer(mostComplete())}. It stands in the place of the defaults; of two calls the later counts. Only strategies for
     * values of all kinds compile, and one that makes a value of its own is a problem of the plan.
     *
     * <p>Collections keep their own strategies, so that none loses elements; calculated values, values that are given once,
     * and those that somebody's rights hang on, such as the owner, stay the master's.
     */
    public MergeChoices<R> prefer(MergeStrategy<? super R, Object> strategy) {
        preferred = Objects.requireNonNull(strategy, "strategy");
        return this;
    }

    MergeRequest<R> request(EntityType<R> type) {
        if (master == null) {
            throw new IllegalStateException(
                    "the merge of " + type + " has no master; say which record stays: choices.master(record)");
        }
        return new MergeRequest<>(type, master, absorbed, sources, kept, preferred);
    }
}
