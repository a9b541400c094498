package org.clientele.property;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are chosen from a dictionary. A host may extend the dictionary for its CRM; what is stored is
 * the choice's id.
 *
 * @param <R> the type that has the property
 * @param <C> the kind of choice
 */
public final class ChoiceProperty<R, C extends Choice> extends Property<R, C> {

    private final Dictionary<C> dictionary;

    private ChoiceProperty(Accessors<R, C> accessors, Dictionary<C> dictionary) {
        super(accessors);
        this.dictionary = dictionary;
    }

    /** A choice property with this name, which is the field's, and the dictionary that it comes with. */
    public static <R, C extends Choice> ChoiceProperty<R, C> of(
            String name, Dictionary<C> dictionary, Function<R, @Nullable C> getter, BiConsumer<R, @Nullable C> setter) {
        return new ChoiceProperty<>(Accessors.of(name, getter, setter), dictionary);
    }

    /** This property with further traits. */
    @SafeVarargs
    public final ChoiceProperty<R, C> with(Trait<? super C>... traits) {
        return new ChoiceProperty<>(accessors().with(traits), dictionary);
    }

    /** This property, living in a record's custom values. */
    public ChoiceProperty<R, C> asCustom() {
        return new ChoiceProperty<>(accessors().asCustom(), dictionary);
    }

    /** The dictionary that the property comes with; a CRM's schema knows the one in force. */
    public Dictionary<C> dictionary() {
        return dictionary;
    }

    /** The value is this choice. */
    public Criterion<R> is(C choice) {
        return new Criterion.OneOf<>(this, Set.of(choice));
    }

    /** The value is not this choice, or there is none. */
    public Criterion<R> isNot(C choice) {
        return is(choice).negate();
    }

    /** The value is one of these choices. */
    @SafeVarargs
    public final Criterion<R> in(C... choices) {
        return new Criterion.OneOf<>(this, Set.of(choices));
    }

    /** The value is none of these choices, or there is none. */
    @SafeVarargs
    public final Criterion<R> notIn(C... choices) {
        return in(choices).negate();
    }

    @Override
    public Object sortKey(C value) {
        return value.id();
    }

    @Override
    public Object raw(C value) {
        return value.id();
    }

    @Override
    public C fromRaw(Object raw) {
        return dictionary.get((String) raw);
    }

    @Override
    public String toText(C value) {
        return value.id();
    }

    @Override
    public C fromText(String text) {
        return dictionary.get(text);
    }
}
