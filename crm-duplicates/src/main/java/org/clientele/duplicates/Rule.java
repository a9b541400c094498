package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * One rule: which texts it compares, in which form, and what it means when they agree.
 *
 * @param what what a sentence calls the texts
 * @param weight how far it convinces alone, above 0 and up to 1
 * @param asks whether a store can look for the form itself, as it compares texts
 */
record Rule<R>(
        Means means, String what, Texts<R> texts, Form form, Similarity similarity, double weight, boolean asks) {

    /** What the texts of two records speak for. */
    enum Means {
        /** One that is equal speaks for the same. */
        SAME,
        /** One that is similar speaks for the same, as far as it is. */
        SIMILAR,
        /** None that is equal speaks against the same. */
        DIFFERENT
    }

    /** That a record has nothing that the rule could compare. */
    static final double SAYS_NOTHING = -1;

    Rule {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("the rule of " + what + " has the weight " + weight
                    + "; give how far it convinces alone, above 0 and up to 1");
        }
    }

    /** Whether another rule compares the same forms. */
    boolean readsLike(Rule<?> other) {
        return form.equals(other.form) && texts.areThoseOf(other.texts);
    }

    /** A text of a record and its form. */
    record Formed(String text, String form) {}

    /** What there is to compare of a record, no form twice. */
    List<Formed> formed(List<@Nullable Object> values) {
        List<Formed> formed = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String text : texts.in(values)) {
            String one = form.of(text);
            if (one != null && known.add(one)) {
                formed.add(new Formed(text, one));
            }
        }
        return formed;
    }

    /** How far the rule applies to two records, from 0 to 1; what says nothing does not apply. */
    double agreement(List<Formed> one, List<Formed> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return SAYS_NOTHING;
        }
        double most = 0;
        for (Formed a : one) {
            for (Formed b : other) {
                most = Math.max(most, likeness(a, b));
            }
        }
        return means == Means.DIFFERENT ? 1 - most : most;
    }

    private double likeness(Formed one, Formed other) {
        if (means == Means.SIMILAR) {
            return similarity.of(one.form, other.form);
        }
        return one.form.equals(other.form) ? 1 : 0;
    }

    /** Why the rule applies, in the order of the records. */
    String sentence(List<Formed> one, List<Formed> other) {
        if (means == Means.DIFFERENT) {
            return "different " + what + " " + one.get(0).text + " and " + other.get(0).text;
        }
        Formed first = one.get(0);
        Formed second = other.get(0);
        double most = -1;
        for (Formed a : one) {
            for (Formed b : other) {
                double likeness = likeness(a, b);
                if (likeness > most) {
                    most = likeness;
                    first = a;
                    second = b;
                }
            }
        }
        String found = first.text.equals(second.text) ? first.text : first.text + " and " + second.text;
        return most < 1
                ? String.format(Locale.ROOT, "similar %s %s (%.2f)", what, found, most)
                : "same " + what + " " + found;
    }

    /** The condition that a record agrees with one of these forms; empty when no store answers that. */
    Optional<Criterion<R>> condition(List<Formed> formed) {
        return asks ? texts.isOneOf(formed.stream().map(Formed::form).toList()) : Optional.empty();
    }

    @Override
    public String toString() {
        return means.name().toLowerCase(Locale.ROOT) + " " + what;
    }
}
