package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.duplicates.Rule.Formed;
import org.clientele.duplicates.Rule.Means;
import org.clientele.model.CrmRecord;
import org.jspecify.annotations.Nullable;

/** Takes records one by one, keeps what is compared of them, and finds the pairs; the records themselves are not held. */
final class Search<R extends CrmRecord> {

    private static final int HIGH = Integer.SIZE;
    private static final long LOW = 0xFFFF_FFFFL;

    private final DuplicateRules<R> rules;
    private final List<Column> columns = new ArrayList<>();
    private final Numbers identities = new Numbers();
    private final Places kinds = new Places();
    private final Numbers pairs = new Numbers();
    private final List<Crowd> crowds = new ArrayList<>();

    /**
     * Records that have so much in common that they are not compared for it.
     *
     * @param rule the number of the rule
     * @param common what that is; null when the first record can tell
     * @param hash by which the first record can tell
     */
    record Crowd(int rule, @Nullable String common, long hash, int kind, UUID first, int records) {}

    Search(DuplicateRules<R> rules) {
        this.rules = rules;
        for (Rule<R> rule : rules.rules()) {
            columns.add(
                    rule.means() == Means.SIMILAR
                            ? new SimilarColumn(rule.similarity())
                            : new SameColumn(rule.means()));
        }
    }

    /**
     * Takes the next record.
     *
     * @param kind the number of its very type
     * @param formed what there is to compare, by rule
     */
    void add(UUID id, int kind, List<List<Formed>> formed) {
        identities.add(id.getMostSignificantBits());
        identities.add(id.getLeastSignificantBits());
        kinds.add(kind);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(kind, formed.get(i));
        }
    }

    int size() {
        return kinds.size();
    }

    private UUID id(int record) {
        return new UUID(identities.get(2 * record), identities.get(2 * record + 1));
    }

    /** Finds the pairs that reach the least score. */
    void run() {
        for (int rule = 0; rule < columns.size(); rule++) {
            int number = rule;
            Column column = columns.get(rule);
            new Blocks(column, rules.block())
                    .each(this::compare, entries -> crowds.add(crowd(number, column, entries)));
        }
    }

    private void compare(int one, int other) {
        double[] agreements = new double[columns.size()];
        for (int i = 0; i < agreements.length; i++) {
            agreements[i] = columns.get(i).agreement(one, other);
        }
        if (rules.score(agreements) >= rules.least()) {
            pairs.add(((long) Math.min(one, other) << HIGH) | Math.max(one, other));
        }
    }

    private Crowd crowd(int rule, Column column, List<Integer> entries) {
        int first = column.record(entries.get(0));
        long hash = column instanceof SameColumn same ? same.hash(entries.get(0)) : 0;
        int records = (int) entries.stream().mapToInt(column::record).distinct().count();
        return new Crowd(rule, column.common(entries), hash, kinds.get(first), id(first), records);
    }

    /** The pairs that were found, each once, as the identities of their records, the lesser one first. */
    List<Twins> twins() {
        pairs.sortDistinct();
        List<Twins> twins = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            long pair = pairs.get(i);
            twins.add(Twins.of(id((int) (pair >>> HIGH)), id((int) (pair & LOW))));
        }
        return twins;
    }

    List<Crowd> crowds() {
        return crowds;
    }
}
