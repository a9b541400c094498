package org.clientele.duplicates;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a record that a rule compares: of a property, of each item of a list, or of several properties joined. Made
 * for static import; immutable and thread-safe.
 *
 * <pre>{@code
 * match.email(each(Contact.EMAILS, EmailAddress.EMAIL), 1.0).alike(joined(Contact.FIRST_NAME, Contact.LAST_NAME), 0.7)
 * }</pre>
 *
 * @param <R> the type whose records have them
 */
public final class Texts<R> {

    private final List<Property<? super R, ?>> properties;
    /** What tells these texts from others of the same properties. */
    private final Object way;

    private final Function<List<@Nullable Object>, List<String>> reading;
    private final Function<List<String>, @Nullable Criterion<R>> condition;

    private Texts(
            List<Property<? super R, ?>> properties,
            Object way,
            Function<List<@Nullable Object>, List<String>> reading,
            Function<List<String>, @Nullable Criterion<R>> condition) {
        this.properties = properties;
        this.way = way;
        this.reading = reading;
        this.condition = condition;
    }

    /** The text of one property. */
    @SuppressWarnings("unchecked") // a condition on a type above is one on the type
    public static <R> Texts<R> of(TextProperty<? super R> property) {
        return new Texts<>(
                List.of(property),
                "text",
                values -> values.get(0) instanceof String text ? List.of(text) : List.of(),
                texts -> (Criterion<R>) property.in(texts));
    }

    /** Each text of a set, such as tags. */
    public static <R> Texts<R> of(SetProperty<? super R> property) {
        return new Texts<>(
                List.of(property), "texts", values -> elements(values.get(0), String.class::cast), texts -> null);
    }

    /** A text of each item that a record owns, such as its e-mail addresses. */
    @SuppressWarnings("unchecked") // as above; the elements of such a property are its items
    public static <R, I> Texts<R> each(ItemsProperty<? super R, I> items, TextProperty<I> text) {
        return new Texts<>(List.of(items), text, values -> elements(values.get(0), item -> text.get((I) item)), texts ->
                (Criterion<R>) items.any(text.in(texts)));
    }

    private static List<String> elements(@Nullable Object collection, Function<Object, @Nullable String> text) {
        List<String> texts = new ArrayList<>();
        for (Object element : collection instanceof Collection<?> elements ? elements : List.of()) {
            String one = text.apply(element);
            if (one != null) {
                texts.add(one);
            }
        }
        return texts;
    }

    /** Several properties as one text, in this order, with spaces between; none when one of them is blank. */
    @SafeVarargs
    public static <R> Texts<R> joined(TextProperty<? super R>... properties) {
        return new Texts<>(List.<Property<? super R, ?>>of(properties), "joined", Texts::join, texts -> null);
    }

    private static List<String> join(List<@Nullable Object> values) {
        boolean whole = values.stream().allMatch(value -> value instanceof String text && !text.isBlank());
        return whole ? List.of(values.stream().map(String.class::cast).collect(joining(" "))) : List.of();
    }

    /** The value of a property of whatever kind, or each element of a collection, in its exact text form. */
    static <R, V> Texts<R> exactly(Property<? super R, V> property) {
        return property instanceof CollectionProperty<?, ?, ?> collection
                ? elementsOf(collection)
                : new Texts<>(
                        List.of(property),
                        "exact",
                        values -> text(property, values.get(0)),
                        texts -> same(property, texts));
    }

    @SuppressWarnings("unchecked") // the values are of this property
    private static <V> List<String> text(Property<?, V> property, @Nullable Object value) {
        return value == null || property.lacks((V) value) ? List.of() : List.of(property.toText((V) value));
    }

    @SuppressWarnings("unchecked")
    private static <R, V> Criterion<R> same(Property<? super R, V> property, List<String> texts) {
        return new Criterion.OneOf<>((Property<R, V>) property, Set.of(property.fromText(texts.get(0))));
    }

    @SuppressWarnings("unchecked") // the property was asked for as one of the type's
    private static <R, E> Texts<R> elementsOf(CollectionProperty<?, E, ?> property) {
        return new Texts<>(
                List.of((Property<R, ?>) (Property<?, ?>) property),
                "exact",
                values ->
                        elements(values.get(0), element -> property.elementToText((E) property.sameness((E) element))),
                texts -> null);
    }

    /** Whether the texts of every record are the same as these. */
    boolean areThoseOf(Texts<?> other) {
        return properties.equals(other.properties) && way.equals(other.way);
    }

    List<Property<? super R, ?>> properties() {
        return properties;
    }

    /** The texts that these values of the properties hold, without blank ones. */
    List<String> in(List<@Nullable Object> values) {
        List<String> texts = reading.apply(values);
        return texts.stream().noneMatch(String::isBlank)
                ? texts
                : texts.stream().filter(text -> !text.isBlank()).toList();
    }

    /** The condition that a record has one of these texts, in whatever case; empty when no store answers that. */
    Optional<Criterion<R>> isOneOf(List<String> texts) {
        return Optional.ofNullable(condition.apply(texts));
    }

    /** What a person calls it. */
    String label() {
        return properties.stream().map(Texts::inSentence).collect(joining(" and "));
    }

    private static String inSentence(Property<?, ?> property) {
        String label = property.label();
        boolean isName = label.chars().skip(1).anyMatch(Character::isUpperCase);
        return isName ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
