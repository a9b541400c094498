package org.clientele.duplicates;

import java.util.ArrayList;
import java.util.List;
import org.clientele.duplicates.Rule.Means;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;

/**
 * Collects rules by which records may mean the same; used within {@link DuplicateRules#of} only. Each has a weight: how far
 * it convinces alone, above 0 and up to 1. A record without a value speaks neither for nor against; nor does a text that is
 * none of its kind, such as an e-mail address without {@code @}. Of a collection any element that two records have in common
 * counts.
 *
 * @param <R> the type whose records are compared
 */
public final class Matching<R> {

    /** The least score of a pair unless another is given. */
    static final double LEAST = 0.8;

    /** The most records of a block unless another number is given. */
    static final int BLOCK = 100;

    private static final Similarity EQUAL = new Similarity(1);

    final List<Rule<R>> rules = new ArrayList<>();
    double least = LEAST;
    int block = BLOCK;

    Matching() {}

    /** The values of a property of whatever kind are equal; of a collection, one element. */
    public Matching<R> exact(Property<? super R, ?> property, double weight) {
        Texts<R> texts = Texts.exactly(property);
        return add(Means.SAME, texts.label(), texts, Form.EXACT, EQUAL, weight, true);
    }

    /** The text is the same but for case, accents, spaces and punctuation. */
    public Matching<R> alike(TextProperty<? super R> property, double weight) {
        return alike(Texts.of(property), weight);
    }

    /** One of the texts is the same but for case, accents, spaces and punctuation. */
    public Matching<R> alike(Texts<R> texts, double weight) {
        return add(Means.SAME, texts.label(), texts, Form.LETTERS, EQUAL, weight, false);
    }

    /** The e-mail address is the same but for case; dots and {@code +tags} count. */
    public Matching<R> email(TextProperty<? super R> property, double weight) {
        return email(Texts.of(property), weight);
    }

    /** One of the e-mail addresses is the same but for case; dots and {@code +tags} count. */
    public Matching<R> email(Texts<R> texts, double weight) {
        return add(Means.SAME, "e-mail", texts, Form.EMAIL, EQUAL, weight, true);
    }

    /**
     * The telephone number is the same, however it is written.
     *
     * @param region where numbers without a country code belong: an ISO 3166 code such as US
     */
    public Matching<R> phone(TextProperty<? super R> property, String region, double weight) {
        return phone(Texts.of(property), region, weight);
    }

    /** One of the telephone numbers is the same, however it is written; otherwise as for one property. */
    public Matching<R> phone(Texts<R> texts, String region, double weight) {
        return add(Means.SAME, "phone", texts, new Telephone(region), EQUAL, weight, false);
    }

    /** The name of a company is the same but for its legal form, case, accents, spaces and punctuation. */
    public Matching<R> company(TextProperty<? super R> property, double weight) {
        return company(Texts.of(property), weight);
    }

    /** One of the names of companies is the same but for its legal form, case, accents, spaces and punctuation. */
    public Matching<R> company(Texts<R> texts, double weight) {
        return add(Means.SAME, "company name", texts, Form.COMPANY, EQUAL, weight, false);
    }

    /**
     * The text is similar, compared without case, accents, spaces and punctuation. Pairs of it alone are found for certain
     * when one letter differs; when several do, if the first or the last half of the letters is untouched.
     *
     * @param least how similar at least, from 0.5 to 1: 0.9 when one of ten letters differs; what is more similar counts more;
     *     of long texts the first 256 letters are compared
     */
    public Matching<R> similar(TextProperty<? super R> property, double least, double weight) {
        return similar(Texts.of(property), least, weight);
    }

    /** One of the texts is similar; otherwise as for one property. */
    public Matching<R> similar(Texts<R> texts, double least, double weight) {
        return add(Means.SIMILAR, texts.label(), texts, Form.LETTERS, new Similarity(least), weight, false);
    }

    /** The name of a company is similar, compared without its legal form; otherwise as any text. */
    public Matching<R> similarCompany(TextProperty<? super R> property, double least, double weight) {
        return similarCompany(Texts.of(property), least, weight);
    }

    /** One of the names of companies is similar, compared without its legal form; otherwise as any text. */
    public Matching<R> similarCompany(Texts<R> texts, double least, double weight) {
        return add(Means.SIMILAR, "company name", texts, Form.COMPANY, new Similarity(least), weight, false);
    }

    /**
     * Values that are both there and have nothing in common speak against a pair: its score is less by this part of it. It
     * makes no pair.
     */
    public Matching<R> different(Property<? super R, ?> property, double weight) {
        Texts<R> texts = Texts.exactly(property);
        return add(Means.DIFFERENT, texts.label(), texts, Form.EXACT, EQUAL, weight, false);
    }

    private Matching<R> add(
            Means means, String what, Texts<R> texts, Form form, Similarity similarity, double weight, boolean asks) {
        rules.add(new Rule<>(means, what, texts, form, similarity, weight, asks));
        return this;
    }

    /** The least score of a pair, above 0 and up to 1; 0.8 unless given. */
    public Matching<R> atLeast(double score) {
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException(
                    "a pair that scores at least " + score + " is any pair or none; give a score above 0 and up to 1");
        }
        least = score;
        return this;
    }

    /**
     * The most records with one value that are compared with each other because of it, from 2; 100 unless given. What more
     * have in common, such as the number of a call centre, is not compared, and told.
     */
    public Matching<R> blocksUpTo(int records) {
        if (records < 2) {
            throw new IllegalArgumentException("blocks of " + records + " records have no pair; give at least 2");
        }
        block = records;
        return this;
    }
}
