package org.clientele.exchange.cell;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.Choice;
import org.clientele.value.Identified;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Codecs for every kind of value; made for static import. A column without a codec gets that of its property's kind.
 */
public final class Codecs {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Codecs() {}

    /** The codec that suits the property's kind: what {@link Property#toText} writes, as a person would write it. */
    @SuppressWarnings("unchecked") // each kind of property has values of one class
    public static <V> Codec<V> of(Property<?, V> property) {
        Property<?, ?> kind = property;
        Codec<?> codec;
        if (kind instanceof TextProperty<?> text) {
            codec = text.trait(Traits.Profile.class)
                    .map(profile -> profile(profile.site()))
                    .orElseGet(Codecs::text);
        } else if (kind instanceof BooleanProperty<?>) {
            codec = bool();
        } else if (kind instanceof NumberProperty<?, ?> number && number.type() == BigDecimal.class) {
            codec = number.isPercent() ? percent() : decimal();
        } else if (kind instanceof DateProperty<?> date) {
            codec = Codec.of(cell -> orElse(IsoText.date(cell), cell, date::fromText), date::toText);
        } else if (kind instanceof InstantProperty<?> instant) {
            codec = Codec.of(cell -> orElse(IsoText.instant(cell), cell, instant::fromText), instant::toText);
        } else if (kind instanceof MoneyProperty<?>) {
            codec = money();
        } else if (kind instanceof ChoiceProperty<?, ?> choice) {
            codec = choice(choice);
        } else if (kind instanceof ReferenceProperty<?, ?>) {
            codec = identity();
        } else if (kind instanceof SetProperty<?>) {
            codec = setOf(text());
        } else if (kind instanceof ReferenceSetProperty<?, ?>) {
            codec = setOf(identity());
        } else {
            codec = Codec.of(property::fromText, property::toText);
        }
        return (Codec<V>) codec;
    }

    private static <V> V orElse(@Nullable V quick, String cell, Function<String, V> slow) {
        return quick == null ? slow.apply(cell) : quick;
    }

    /** Texts as they are. */
    public static Codec<String> text() {
        return Codec.of(cell -> cell, value -> value);
    }

    private static Codec<String> profile(String site) {
        ProfileAddress address = new ProfileAddress(site);
        return Codec.of(address::nameOf, address::of);
    }

    /** True or false: {@code true}, {@code yes}, {@code 1} and their opposites, ignoring case. */
    public static Codec<Boolean> bool() {
        return Codec.of(Codecs::readBoolean, String::valueOf);
    }

    private static Boolean readBoolean(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default ->
                throw new IllegalArgumentException("'" + cell + "' is neither true nor false; write one of them");
        };
    }

    /** Numbers with a point before their decimals and nothing between their thousands. */
    public static Codec<BigDecimal> decimal() {
        return Codec.of(Amounts::number, Amounts::plain);
    }

    /** Shares of one, written as percent: 0.5 is {@code 50}; a percent sign after the number is read too. */
    public static Codec<BigDecimal> percent() {
        return Codec.of(
                cell -> Amounts.number(
                                cell.endsWith("%")
                                        ? cell.substring(0, cell.length() - 1).stripTrailing()
                                        : cell)
                        .movePointLeft(2),
                value -> Amounts.plain(value.multiply(HUNDRED)));
    }

    /** Amounts with their currency: {@code 12.5 USD}. */
    public static Codec<Money> money() {
        return Codec.of(Amounts::read, Money::toString);
    }

    /** Amounts in this currency, written without it; an amount in another one is written with its own. */
    public static Codec<Money> money(String currency) {
        Money.zero(currency);
        return Codec.of(
                cell -> cell.indexOf(' ') < 0 ? Amounts.of(cell, currency) : Amounts.read(cell),
                value -> value.currency().equals(currency) ? Amounts.plain(value.amount()) : value.toString());
    }

    /**
     * Days, written by a pattern of {@link DateTimeFormatter} such as {@code M/d/yyyy}; names of months in English. A day
     * that the calendar does not have is refused.
     */
    public static Codec<LocalDate> date(String pattern) {
        DateTimeFormatter format = format(pattern);
        return Codec.of(
                cell -> parsed(cell, "date", pattern, () -> LocalDate.parse(cell, format)),
                value -> format.format(value));
    }

    /**
     * Days in any usual form, recognised from the whole column: {@code 2026-01-31}, {@code 31.1.2026}, and
     * {@code 1/31/2026} or {@code 31/1/2026}. Where no date of the column tells whether the month or the day is first, and it
     * matters, the file is refused before anything is written, as it is where both forms occur. Written as {@code 2026-01-31}.
     */
    public static Codec<LocalDate> dates() {
        return Codec.studying(
                DateStudy::new, (cell, lookups) -> DateStudy.alone(cell), (value, lookups) -> value.toString());
    }

    /** Points in time, written by a pattern such as {@code d.M.yyyy HH:mm} as the clocks of this zone show them. */
    public static Codec<Instant> instant(String pattern, ZoneId zone) {
        DateTimeFormatter format = format(pattern);
        return Codec.of(
                cell -> parsed(
                        cell,
                        "time",
                        pattern,
                        () -> LocalDateTime.parse(cell, format).atZone(zone).toInstant()),
                value -> format.format(value.atZone(zone)));
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static <V> V parsed(String cell, String kind, String pattern, Supplier<V> parse) {
        try {
            return parse.get();
        } catch (DateTimeException bad) {
            throw new IllegalArgumentException("'" + cell + "' is no " + kind + " of the form " + pattern, bad);
        }
    }

    /** Choices by id, label or alias, ignoring case, from the dictionary in force; written by id. */
    public static <C extends Choice> Codec<C> choice(ChoiceProperty<?, C> property) {
        return Codec.of(
                (cell, lookups) -> lookups.schema()
                        .dictionary(property)
                        .find(cell)
                        .or(() -> lookups.schema().dictionary(property).recognise(cell))
                        .orElseThrow(() -> new UnknownCellException("'" + cell + "' is none of the "
                                + lookups.schema().dictionary(property))),
                (value, lookups) -> value.id());
    }

    /** References by identity. */
    public static <T extends Identified> Codec<Ref<T>> identity() {
        return Codec.of(cell -> new Ref<>(readId(cell)), Ref::toString);
    }

    private static UUID readId(String cell) {
        try {
            return UUID.fromString(cell);
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("'" + cell + "' is no identity", bad);
        }
    }

    /**
     * References to records of this type by a text that they are known by, ignoring case: {@code by(Account.TYPE,
     * Account.NAME)}. A text that no record has, or several have, is refused. Where the text would not lead back to the
     * record its identity is written, and read; that of a record which the actor does not see is read where the record that is
     * imported points to it already.
     */
    public static <T extends CrmRecord> Codec<Ref<T>> by(
            EntityType<? extends T> type, Attribute<? super T, String> attribute) {
        return Codec.of(
                (cell, lookups) -> new Ref<>(lookups.find(type, attribute, cell)),
                (value, lookups) -> lookups.textOf(type, attribute, value.id()));
    }

    /** Any number of values, parted by comma and blank; a comma within a value is written {@code \,}. */
    public static <E> Codec<Set<E>> setOf(Codec<E> element) {
        return Codec.of(
                (cell, lookups) -> new LinkedHashSet<>(elements(cell, element, lookups)),
                (values, lookups) -> joined(values, element, lookups));
    }

    /** Any number of values in their order, parted by comma and blank; a comma within a value is written {@code \,}. */
    public static <E> Codec<List<E>> listOf(Codec<E> element) {
        return Codec.of(
                (cell, lookups) -> elements(cell, element, lookups),
                (values, lookups) -> joined(values, element, lookups));
    }

    private static <E> List<E> elements(String cell, Codec<E> element, Lookups lookups) {
        return Parts.split(cell).stream()
                .map(part -> element.readElement(part, lookups))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <E> String joined(Collection<E> values, Codec<E> element, Lookups lookups) {
        return Parts.join(
                values.stream().map(value -> element.write(value, lookups)).toList());
    }
}
