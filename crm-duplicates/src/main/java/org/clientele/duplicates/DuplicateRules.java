package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.duplicates.Rule.Formed;
import org.clientele.duplicates.Rule.Means;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Rules by which records of a type, a host's included, may mean the same. Immutable and thread-safe.
 *
 * <pre>{@code
 * DuplicateRules<Contact> rules = DuplicateRules.of(Contact.TYPE, match -> match
 *         .email(each(Contact.EMAILS, EmailAddress.EMAIL), 1.0)
 *         .phone(each(Contact.PHONES, PhoneNumber.PHONE), "US", 0.8)
 *         .similar(joined(Contact.FIRST_NAME, Contact.LAST_NAME), 0.9, 0.6)
 *         .different(Contact.BIRTHDAY, 0.9)
 *         .atLeast(0.8));
 * }</pre>
 *
 * <p>The score of two records says how sure the rules together make that they are the same, if each is right as often as its
 * weight says and they err independently: 1 − (1 − a)(1 − b)... of the weights of the rules that apply; a rule of similar
 * texts counts as far as they are similar. Of several rules about one property the strongest counts, since it is one piece of
 * evidence. What speaks against makes the score less by its weight. It is no probability unless the weights are, and puts
 * pairs in an order.
 *
 * @param <R> the type whose records are compared
 */
public final class DuplicateRules<R extends CrmRecord> {

    private final EntityType<R> type;
    private final List<Rule<R>> rules;
    private final List<Property<? super R, ?>> properties;
    private final List<int[]> places;
    /** For each rule the first that compares the same. */
    private final int[] readers;

    private final double least;
    private final int block;

    private DuplicateRules(EntityType<R> type, Matching<R> collected) {
        this.type = type;
        this.rules = List.copyOf(collected.rules);
        this.least = collected.least;
        this.block = collected.block;
        Set<Property<? super R, ?>> all = new LinkedHashSet<>();
        rules.forEach(rule -> all.addAll(rule.texts().properties()));
        this.properties = List.copyOf(all);
        this.places = rules.stream()
                .map(rule -> rule.texts().properties().stream()
                        .mapToInt(properties::indexOf)
                        .toArray())
                .toList();
        this.readers = IntStream.range(0, rules.size()).map(this::reader).toArray();
        if (rules.stream().allMatch(rule -> rule.means() == Means.DIFFERENT)) {
            throw new IllegalArgumentException("no rule says which " + type
                    + " records may be the same; give at least one, such as match.email(...)");
        }
    }

    private int reader(int rule) {
        int first = 0;
        while (!rules.get(rule).readsLike(rules.get(first))) {
            first++;
        }
        return first;
    }

    /**
     * Rules for a type.
     *
     * @throws IllegalArgumentException when no rule says what speaks for the same
     */
    public static <R extends CrmRecord> DuplicateRules<R> of(EntityType<R> type, Consumer<Matching<R>> rules) {
        Objects.requireNonNull(type, "type");
        Matching<R> collected = new Matching<>();
        rules.accept(collected);
        return new DuplicateRules<>(type, collected);
    }

    /** The type whose records are compared. */
    public EntityType<R> type() {
        return type;
    }

    /** The least score of a pair. */
    public double least() {
        return least;
    }

    /** How far two records are the same, whatever the least score; it is the same in either order but for the sentences. */
    public Likeness compare(R one, R other) {
        return likeness(formed(one), formed(other));
    }

    List<Rule<R>> rules() {
        return rules;
    }

    /** The most records of a block. */
    int block() {
        return block;
    }

    /** The properties that rules compare, each once. */
    List<Property<? super R, ?>> properties() {
        return properties;
    }

    /** What each rule has to compare of a record. */
    List<List<Formed>> formed(R record) {
        List<@Nullable Object> row = new ArrayList<>(properties.size());
        for (Attribute<? super R, ?> property : properties) {
            row.add(property.get(record));
        }
        return formed(row);
    }

    /** What each rule has to compare of a row of the {@link #properties()}. */
    List<List<Formed>> formed(List<@Nullable Object> row) {
        List<List<Formed>> formed = new ArrayList<>(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            formed.add(readers[i] < i ? formed.get(readers[i]) : rules.get(i).formed(values(row, places.get(i))));
        }
        return formed;
    }

    private static List<@Nullable Object> values(List<@Nullable Object> row, int[] places) {
        List<@Nullable Object> values = new ArrayList<>(places.length);
        for (int place : places) {
            values.add(row.get(place));
        }
        return values;
    }

    private Likeness likeness(List<List<Formed>> one, List<List<Formed>> other) {
        double[] agreements = agreements(one, other);
        List<String> reasons = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (int i = 0; i < agreements.length; i++) {
            Rule<R> rule = rules.get(i);
            if (agreements[i] > 0) {
                List<String> said = rule.means() == Means.DIFFERENT ? objections : reasons;
                String sentence = rule.sentence(one.get(i), other.get(i));
                if (!said.contains(sentence)) {
                    said.add(sentence);
                }
            }
        }
        reasons.addAll(objections);
        return new Likeness(score(agreements), reasons);
    }

    /** How far each rule applies to two records. */
    double[] agreements(List<List<Formed>> one, List<List<Formed>> other) {
        double[] agreements = new double[rules.size()];
        for (int i = 0; i < agreements.length; i++) {
            agreements[i] = rules.get(i).agreement(one.get(i), other.get(i));
        }
        return agreements;
    }

    /** The score of two records by how far each rule applies to them; rules that say nothing have a number below 0. */
    double score(double[] agreements) {
        double doubt = 1;
        boolean[] heard = new boolean[properties.size()];
        double[] left = agreements.clone();
        for (int strongest = strongest(left, heard); strongest >= 0; strongest = strongest(left, heard)) {
            doubt *= 1 - rules.get(strongest).weight() * left[strongest];
            left[strongest] = 0;
            for (int place : places.get(strongest)) {
                heard[place] = true;
            }
        }
        double score = 1 - doubt;
        for (int i = 0; i < agreements.length; i++) {
            if (rules.get(i).means() == Means.DIFFERENT && agreements[i] > 0) {
                score *= 1 - rules.get(i).weight();
            }
        }
        return score;
    }

    /** The rule that speaks most for the same, of those about properties that none spoke of yet; -1 when there is none. */
    private int strongest(double[] agreements, boolean[] heard) {
        int strongest = -1;
        double most = 0;
        for (int i = 0; i < agreements.length; i++) {
            double speaks = rules.get(i).weight() * agreements[i];
            if (speaks > most && rules.get(i).means() != Means.DIFFERENT && !isAbout(heard, places.get(i))) {
                strongest = i;
                most = speaks;
            }
        }
        return strongest;
    }

    private static boolean isAbout(boolean[] heard, int[] places) {
        for (int place : places) {
            if (heard[place]) {
                return true;
            }
        }
        return false;
    }

    /**
     * The condition that a record agrees with this one by a rule that speaks for the same: true of all records when no store
     * can look for what a rule compares, of none when there is nothing to compare.
     */
    Criterion<R> possible(List<List<Formed>> formed) {
        List<Criterion<? super R>> parts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).means() != Means.DIFFERENT && !formed.get(i).isEmpty()) {
                Optional<Criterion<R>> part = rules.get(i).condition(formed.get(i));
                if (part.isEmpty()) {
                    return Criterion.always();
                }
                parts.add(part.get());
            }
        }
        return new Criterion.Any<>(parts);
    }
}
