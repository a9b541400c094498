package org.clientele.property;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Match;
import org.clientele.value.Characters;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are texts. Its conditions ignore case; no character is a wildcard.
 *
 * @param <R> the type that has the property
 */
public final class TextProperty<R> extends Property<R, String> {

    private TextProperty(Accessors<R, String> accessors) {
        super(accessors);
    }

    /** A text property with this name, which is the field's. */
    public static <R> TextProperty<R> of(
            String name, Function<R, @Nullable String> getter, BiConsumer<R, @Nullable String> setter) {
        return new TextProperty<>(Accessors.of(name, getter, setter));
    }

    /** A text property of an immutable item. */
    public static <R> TextProperty<R> of(String name, Function<R, @Nullable String> getter) {
        return new TextProperty<>(Accessors.readOnly(name, getter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final TextProperty<R> with(Trait<? super String>... traits) {
        return new TextProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public TextProperty<R> asCustom() {
        return new TextProperty<>(accessors().asCustom());
    }

    /** The whole text is this one. */
    public Criterion<R> is(String text) {
        return match(Match.EQUAL, text);
    }

    /** The whole text is not this one, or there is none. */
    public Criterion<R> isNot(String text) {
        return is(text).negate();
    }

    /** The whole text is one of these. */
    public Criterion<R> in(String... texts) {
        return in(Arrays.asList(texts));
    }

    /** The whole text is one of these. */
    public Criterion<R> in(Collection<String> texts) {
        return new Criterion.OneText<>(this, new LinkedHashSet<>(texts));
    }

    @Override
    public Criterion<R> alike(Set<String> texts) {
        return in(texts);
    }

    /** The whole text is none of these, or there is none. */
    public Criterion<R> notIn(String... texts) {
        return in(texts).negate();
    }

    /** The whole text is none of these, or there is none. */
    public Criterion<R> notIn(Collection<String> texts) {
        return in(texts).negate();
    }

    /** The text has this part anywhere. */
    public Criterion<R> contains(String part) {
        return match(Match.CONTAINS, part);
    }

    /** The text has this part nowhere, or there is none. */
    public Criterion<R> notContains(String part) {
        return contains(part).negate();
    }

    /** The text begins with this part. */
    public Criterion<R> startsWith(String part) {
        return match(Match.STARTS, part);
    }

    /** The text ends with this part. */
    public Criterion<R> endsWith(String part) {
        return match(Match.ENDS, part);
    }

    private Criterion<R> match(Match match, String text) {
        return new Criterion.TextMatch<>(this, match, text);
    }

    /** To other rules a blank text is none; but it takes room as any other. */
    @Override
    void addOwnObjections(String value, List<String> objections) {
        objections.addAll(Characters.objections(value));
        if (lacks(value)) {
            trait(Traits.MaxLength.class)
                    .flatMap(longest -> longest.objection(value))
                    .ifPresent(objections::add);
        }
    }

    @Override
    public String toText(String value) {
        return value;
    }

    @Override
    public String fromText(String text) {
        return text;
    }
}
