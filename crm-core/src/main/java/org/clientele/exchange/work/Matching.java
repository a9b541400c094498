package org.clientele.exchange.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.exchange.cell.Agreement;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record that a row, or what another system tells, is about, by rules in their order: the first that finds one has
 * found it. Immutable and thread-safe.
 */
public final class Matching<R extends CrmRecord> {

    /** Rows of which so many records agree are better asked about one by one. */
    private static final int FORESEEN_EACH = 4;

    private final EntityType<R> type;
    private final List<Rule<R>> rules;

    private Matching(EntityType<R> type, List<Rule<R>> rules) {
        this.type = type;
        this.rules = rules;
    }

    /** Matching on these properties: rules in their order, each of properties that must all agree, texts ignoring case. */
    public static <R extends CrmRecord> Matching<R> on(EntityType<R> type, List<List<Property<? super R, ?>>> rules) {
        return on(type, rules, String::valueOf);
    }

    /**
     * Matching on these properties, with names of the rules for the sentences that refuse a row.
     *
     * @param nameOf what a person calls the properties of a rule
     */
    public static <R extends CrmRecord> Matching<R> on(
            EntityType<R> type,
            List<List<Property<? super R, ?>>> rules,
            Function<List<Property<? super R, ?>>, String> nameOf) {
        return new Matching<>(
                type,
                rules.stream()
                        .map(rule -> new Rule<R>(rule, nameOf.apply(rule)))
                        .toList());
    }

    /** The properties of all rules. */
    public List<Property<? super R, ?>> properties() {
        List<Property<? super R, ?>> all = new ArrayList<>();
        rules.forEach(rule -> all.addAll(rule.properties));
        return all;
    }

    /** For each draft the records that agree with it by the first rule by which any does; of many, two at least. */
    public List<List<R>> agreeing(List<R> drafts, Records records) {
        Known<R> known = foresee(drafts, records);
        return drafts.stream().map(draft -> agreeing(draft, known, records)).toList();
    }

    private List<R> agreeing(R draft, Known<R> known, Records records) {
        for (Rule<R> rule : rules) {
            List<R> found = rule.applies(draft)
                    ? known.find(rule.key(draft)).orElseGet(() -> some(rule.same(draft), records))
                    : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * Properties of which a record must agree in all.
     *
     * @param names what a person calls them
     */
    record Rule<R>(List<Property<? super R, ?>> properties, String names) {

        /** Whether a record has something to agree on. */
        boolean applies(R record) {
            for (Property<? super R, ?> property : properties) {
                if (Agreement.with(property, record).isGiven()) {
                    return true;
                }
            }
            return false;
        }

        /** What a record is matched on by this rule: equal for those that agree. */
        Key key(R record) {
            List<@Nullable Object> values = new ArrayList<>(properties.size());
            for (Property<? super R, ?> property : properties) {
                values.add(Agreement.with(property, record).key());
            }
            return new Key(names, values);
        }

        private Criterion<R> same(R record) {
            List<Criterion<? super R>> parts = new ArrayList<>();
            properties.forEach(
                    property -> parts.add(Agreement.with(property, record).criterion()));
            return new Criterion.All<R>(parts);
        }
    }

    /** What records are matched on by one rule. */
    private record Key(String rule, List<@Nullable Object> values) {}

    /** The rules by which the record of a draft is looked for, in their order; refuses the row when there is none. */
    List<Rule<R>> rules(R draft) {
        List<Rule<R>> applying =
                rules.stream().filter(rule -> rule.applies(draft)).toList();
        if (applying.isEmpty() && !rules.isEmpty()) {
            String names =
                    String.join(", nor ", rules.stream().map(rule -> rule.names).toList());
            throw new RefusedRowException("there is no " + names + ", by which records are matched; give one");
        }
        return applying;
    }

    /** The record with this identity; refuses the row when there is none. */
    R byIdentity(UUID id, Records records) {
        return records.find(type, id)
                .orElseThrow(() -> new RefusedRowException("no " + type + " that you may see has the identity " + id
                        + "; correct it, or leave it out to have a new one"));
    }

    /** All that a record is matched on. */
    List<Object> keys(R record) {
        return rules.stream()
                .filter(rule -> rule.applies(record))
                .<Object>map(rule -> rule.key(record))
                .toList();
    }

    /** All records that agree with any of these drafts, by one question for each rule; nothing when there are too many. */
    Known<R> foresee(List<R> drafts, Records records) {
        Map<Object, List<R>> known = new HashMap<>();
        for (Rule<R> rule : rules) {
            List<R> applying = drafts.stream().filter(rule::applies).toList();
            int most = applying.size() * FORESEEN_EACH;
            List<R> found = applying.isEmpty() ? List.of() : anyOf(rule, applying, most + 1, records);
            if (found.size() > most) {
                return Known.nothing();
            }
            found.forEach(record -> known.computeIfAbsent(rule.key(record), key -> new ArrayList<>())
                    .add(record));
        }
        return new Known<>(known, true);
    }

    private List<R> anyOf(Rule<R> rule, List<R> drafts, int most, Records records) {
        List<Criterion<? super R>> parts = new ArrayList<>();
        rule.properties.forEach(property -> parts.add(anyOf(property, drafts)));
        return records.select(type, Query.<R>of(new Criterion.All<>(parts)).stretch(0, most))
                .toList();
    }

    private static <R, V> Criterion<R> anyOf(Property<R, V> property, List<? extends R> drafts) {
        Set<V> values = new LinkedHashSet<>();
        boolean blank = false;
        for (R draft : drafts) {
            V value = property.get(draft);
            if (value == null || property.lacks(value)) {
                blank = true;
            } else {
                values.add(value);
            }
        }
        Criterion<R> given = property.alike(values);
        return blank ? given.or(property.isBlank()) : given;
    }

    /** The one record found, if any; refuses the row when there are several. */
    Optional<R> only(Rule<R> rule, List<R> found, long count) {
        if (found.size() > 1) {
            throw new RefusedRowException(count + " records of type " + type + " have the same " + rule.names
                    + "; make them differ, merge them, or match on more");
        }
        return found.stream().findFirst();
    }

    /** The record that agrees with the draft; refuses the row when there are several. */
    Optional<R> byValues(Rule<R> rule, R draft, Records records) {
        Criterion<R> same = rule.same(draft);
        List<R> found = some(same, records);
        return only(rule, found, found.size() > 1 ? records.count(type, same) : found.size());
    }

    private List<R> some(Criterion<R> where, Records records) {
        return records.select(type, Query.<R>of(where).stretch(0, 2)).toList();
    }
}
