package org.clientele.property;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.value.Characters;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are sets of texts, in alphabetical order; those that are {@link Traits.Tags} are without blanks
 * around them, and blank ones are none.
 *
 * @param <R> the type that has the property
 */
public final class SetProperty<R> extends CollectionProperty<R, String, Set<String>> {

    private SetProperty(Accessors<R, Set<String>> accessors) {
        super(accessors);
    }

    /** A set of texts with this name, which is the field's; the getter never gives null. */
    public static <R> SetProperty<R> of(
            String name, Function<R, @Nullable Set<String>> getter, BiConsumer<R, Set<String>> setter) {
        return new SetProperty<>(
                Accessors.of(name, getter, (record, value) -> setter.accept(record, value == null ? Set.of() : value)));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final SetProperty<R> with(Trait<? super Set<String>>... traits) {
        return new SetProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public SetProperty<R> asCustom() {
        return new SetProperty<>(accessors().asCustom());
    }

    @Override
    void addOwnObjections(Set<String> value, List<String> objections) {
        objections.addAll(Characters.objections(String.join(",", value)));
    }

    @Override
    public Set<String> collect(Collection<String> elements) {
        if (!has(Traits.Tags.class) || elements.stream().allMatch(SetProperty::isTag)) {
            return Refs.kept(elements);
        }
        return Refs.kept(elements.stream()
                .map(Characters::strip)
                .filter(SetProperty::isTag)
                .toList());
    }

    private static boolean isTag(String text) {
        return !text.isEmpty() && Characters.strip(text).equals(text);
    }

    @Override
    public String elementToText(String element) {
        return element;
    }

    @Override
    public String elementFromText(String text) {
        return text;
    }
}
