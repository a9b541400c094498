package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.Selection;
import org.clientele.Session;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.duplicates.Rule.Formed;
import org.clientele.merge.DistinctPair;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;

/**
 * Records of a session that may mean the same, as they were when they were looked for. Immutable.
 *
 * <pre>{@code
 * Duplicates<Contact> found = Duplicates.in(sales, sales.select(Contact.TYPE), rules);
 * for (DuplicateGroup<Contact> group : found.groups()) {
 *     MergePlan<Contact> plan = sales.planMerge(Contact.TYPE, choices -> group.into(choices));
 * }
 * }</pre>
 *
 * <p>Only what the actor may see is looked at, and told. Pairs that were marked as distinct
 * ({@link Session#markDistinct}) are left out; so are records of two types. Of each record only what the rules compare is
 * read, once, in one stream, and kept as hashes and letters: some two hundred bytes for each of usual rules.
 *
 * @param <R> the type whose records were compared
 * @param scanned how many records were read
 * @param pairs the highest score first, then by identity
 * @param groups the records that pairs connect, in the order of their first pairs
 * @param leftOut values that more records have in common than are compared
 */
public record Duplicates<R extends CrmRecord>(
        long scanned, List<DuplicatePair<R>> pairs, List<DuplicateGroup<R>> groups, List<LeftOut> leftOut) {

    private static final int AT_A_TIME = 250;

    public Duplicates {
        pairs = List.copyOf(pairs);
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
    }

    /** The duplicates among all records of the rules' type that the session's actor may see. */
    public static <R extends CrmRecord> Duplicates<R> in(Session session, DuplicateRules<R> rules) {
        return in(session, session.select(rules.type()), rules);
    }

    /**
     * The duplicates among the selected records, as far as the session's actor may see them; in which order they are selected
     * does not matter.
     *
     * @throws IllegalArgumentException when records of another type are selected than the rules compare
     */
    public static <R extends CrmRecord> Duplicates<R> in(
            Session session, Selection<R> selection, DuplicateRules<R> rules) {
        if (selection.type() != rules.type()) {
            throw new IllegalArgumentException("the rules compare " + rules.type() + " and the selection is of "
                    + selection.type() + "; select what the rules compare");
        }
        Set<Twins> distinct = distinct(session, rules.type());
        return session.inTransaction("look for duplicates", records -> in(records, selection.query(), rules, distinct));
    }

    private static Set<Twins> distinct(Session session, EntityType<?> type) {
        Set<Twins> distinct = new HashSet<>();
        for (DistinctPair pair : session.distinctPairs(type)) {
            AnyRef one = pair.getOne();
            AnyRef other = pair.getOther();
            if (one != null && other != null) {
                distinct.add(Twins.of(one.id(), other.id()));
            }
        }
        return distinct;
    }

    private static <R extends CrmRecord> Duplicates<R> in(
            Records records, Query<R> query, DuplicateRules<R> rules, Set<Twins> distinct) {
        Reading<R> reading = new Reading<>(records, rules);
        Search<R> search = new Search<>(rules);
        reading.rows(query, row -> search.add(row.id(), row.kind(), rules.formed(row.values())));
        search.run();
        List<Twins> twins = search.twins();
        twins.removeIf(distinct::contains);
        List<DuplicatePair<R>> pairs = pairs(reading, rules, twins);
        return new Duplicates<>(
                search.size(), pairs, new Groups<R>(distinct).of(pairs), leftOut(reading, rules, search.crowds()));
    }

    /** The pairs with names and reasons; by their very values, which settles what hashes leave open. */
    private static <R extends CrmRecord> List<DuplicatePair<R>> pairs(
            Reading<R> reading, DuplicateRules<R> rules, List<Twins> twins) {
        List<DuplicatePair<R>> pairs = new ArrayList<>();
        for (int from = 0; from < twins.size(); from += AT_A_TIME) {
            List<Twins> some = twins.subList(from, Math.min(from + AT_A_TIME, twins.size()));
            Set<UUID> ids = new LinkedHashSet<>();
            some.forEach(pair -> {
                ids.add(pair.one());
                ids.add(pair.other());
            });
            Map<UUID, R> found = reading.found(List.copyOf(ids));
            for (Twins pair : some) {
                R one = found.get(pair.one());
                R other = found.get(pair.other());
                if (one != null && other != null && one.getClass() == other.getClass()) {
                    Likeness likeness = rules.compare(one, other);
                    if (likeness.score() >= rules.least()) {
                        pairs.add(new DuplicatePair<>(
                                reading.candidate(one),
                                reading.candidate(other),
                                likeness.score(),
                                likeness.reasons()));
                    }
                }
            }
        }
        pairs.sort(Comparator.<DuplicatePair<R>>comparingDouble(pair -> -pair.score())
                .thenComparing(pair -> pair.one().ref())
                .thenComparing(pair -> pair.other().ref()));
        return pairs;
    }

    private static <R extends CrmRecord> List<LeftOut> leftOut(
            Reading<R> reading, DuplicateRules<R> rules, List<Search.Crowd> crowds) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (Search.Crowd crowd : crowds) {
            String value = crowd.common();
            if (value == null) {
                R first = reading.found(List.of(crowd.first())).get(crowd.first());
                value = first == null ? "(gone)" : value(rules.formed(first).get(crowd.rule()), crowd);
            }
            leftOut.add(new LeftOut(rules.rules().get(crowd.rule()).toString(), value, crowd.records()));
        }
        leftOut.sort(Comparator.comparingInt((LeftOut each) -> -each.records())
                .thenComparing(LeftOut::rule)
                .thenComparing(LeftOut::value));
        return leftOut;
    }

    private static String value(List<Formed> formed, Search.Crowd crowd) {
        return formed.stream()
                .filter(one -> SameColumn.hash(crowd.kind(), one) == crowd.hash())
                .map(Formed::form)
                .findFirst()
                .orElse("(changed)");
    }

    /**
     * The stored records that may mean the same as this one, which may be new, the highest score first: to be asked before it
     * is saved. What is marked as distinct from it is left out. The store is asked one question when each rule that has
     * something to compare is of e-mail or exact values of single properties; for any other rule it has no condition, and the
     * values of all records that the actor may see are read once: fine for a desk, too slow for each of a million rows.
     *
     * <pre>{@code
     * List<DuplicatePair<Contact>> known = Duplicates.of(sales, ada, rules);
     * }</pre>
     *
     * @return pairs whose {@code one} is this record
     */
    public static <R extends CrmRecord> List<DuplicatePair<R>> of(Session session, R record, DuplicateRules<R> rules) {
        Set<Twins> distinct = record.isNew() ? Set.of() : distinct(session, rules.type());
        return session.inTransaction("look for duplicates", records -> of(records, record, rules, distinct));
    }

    private static <R extends CrmRecord> List<DuplicatePair<R>> of(
            Records records, R record, DuplicateRules<R> rules, Set<Twins> distinct) {
        Reading<R> reading = new Reading<>(records, rules);
        int kind = reading.kind(record);
        List<List<Formed>> own = rules.formed(record);
        Criterion<R> possible = rules.possible(own);
        List<UUID> alike = new ArrayList<>();
        reading.rows(Query.of(possible), row -> {
            boolean isOther = row.kind() == kind && !row.id().equals(record.getId());
            if (isOther
                    && !distinct.contains(Twins.of(row.id(), record.getId()))
                    && rules.score(rules.agreements(own, rules.formed(row.values()))) >= rules.least()) {
                alike.add(row.id());
            }
        });
        List<DuplicatePair<R>> pairs = new ArrayList<>();
        Candidate<R> candidate = reading.candidate(record);
        for (R other : reading.found(alike).values()) {
            Likeness likeness = rules.compare(record, other);
            if (likeness.score() >= rules.least()) {
                pairs.add(
                        new DuplicatePair<>(candidate, reading.candidate(other), likeness.score(), likeness.reasons()));
            }
        }
        pairs.sort(Comparator.<DuplicatePair<R>>comparingDouble(pair -> -pair.score())
                .thenComparing(pair -> pair.other().ref()));
        return pairs;
    }

    @Override
    public String toString() {
        return scanned + " records, " + pairs.size() + " pairs in " + groups.size() + " groups"
                + (leftOut.isEmpty() ? "" : ", " + leftOut.size() + " values not compared");
    }
}
