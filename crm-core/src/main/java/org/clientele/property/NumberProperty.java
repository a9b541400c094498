package org.clientele.property;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are numbers: whole, or with a fixed count of decimals.
 *
 * @param <R> the type that has the property
 * @param <N> the type of number
 */
public final class NumberProperty<R, N extends Number & Comparable<N>> extends OrderedProperty<R, N> {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 20;
    private static final int MOST_WRITTEN = 40;

    private final Form<N> form;

    private NumberProperty(Accessors<R, N> accessors, Form<N> form) {
        super(accessors);
        this.form = form;
    }

    /** How one type of number is written, read and kept; {@code scale} is the count of decimals. */
    private record Form<N>(
            Class<N> type,
            int scale,
            boolean percent,
            Function<N, String> write,
            Function<String, N> read,
            UnaryOperator<N> storable) {}

    /** A property of whole numbers with up to nine digits. */
    public static <R> NumberProperty<R, Integer> ofInteger(
            String name, Function<R, @Nullable Integer> getter, BiConsumer<R, @Nullable Integer> setter) {
        Form<Integer> form =
                new Form<>(Integer.class, 0, false, String::valueOf, Integer::valueOf, UnaryOperator.identity());
        return new NumberProperty<>(Accessors.of(name, getter, setter), form);
    }

    /** A property of whole numbers with up to nine digits of an immutable item. */
    public static <R> NumberProperty<R, Integer> ofInteger(String name, Function<R, @Nullable Integer> getter) {
        Form<Integer> form =
                new Form<>(Integer.class, 0, false, String::valueOf, Integer::valueOf, UnaryOperator.identity());
        return new NumberProperty<>(Accessors.readOnly(name, getter), form);
    }

    /** A property of whole numbers with up to eighteen digits. */
    public static <R> NumberProperty<R, Long> ofLong(
            String name, Function<R, @Nullable Long> getter, BiConsumer<R, @Nullable Long> setter) {
        Form<Long> form = new Form<>(Long.class, 0, false, String::valueOf, Long::valueOf, UnaryOperator.identity());
        return new NumberProperty<>(Accessors.of(name, getter, setter), form);
    }

    /** A property of exact decimal numbers: up to fifteen digits, and {@code scale} decimals after them, 20 at most. */
    public static <R> NumberProperty<R, BigDecimal> ofDecimal(
            String name,
            int scale,
            Function<R, @Nullable BigDecimal> getter,
            BiConsumer<R, @Nullable BigDecimal> setter) {
        return new NumberProperty<>(Accessors.of(name, getter, setter), decimal(scale, false));
    }

    /**
     * A property of exact decimal numbers of an immutable item. The item brings its numbers into their storable form itself:
     * with exactly so many decimals.
     */
    public static <R> NumberProperty<R, BigDecimal> ofDecimal(
            String name, int scale, Function<R, @Nullable BigDecimal> getter) {
        return new NumberProperty<>(Accessors.readOnly(name, getter), decimal(scale, false));
    }

    /** A property of shares of one with four decimals, which people read and write as percent: 0.5 is 50. */
    public static <R> NumberProperty<R, BigDecimal> ofPercent(
            String name, Function<R, @Nullable BigDecimal> getter, BiConsumer<R, @Nullable BigDecimal> setter) {
        return new NumberProperty<>(Accessors.of(name, getter, setter), decimal(4, true));
    }

    /** A property of shares of one with four decimals of an immutable item, which people read and write as percent. */
    public static <R> NumberProperty<R, BigDecimal> ofPercent(String name, Function<R, @Nullable BigDecimal> getter) {
        return new NumberProperty<>(Accessors.readOnly(name, getter), decimal(4, true));
    }

    private static Form<BigDecimal> decimal(int scale, boolean percent) {
        if (scale < 0 || scale > MOST_DECIMALS) {
            throw new IllegalArgumentException(scale + " decimals: a number has 0 to " + MOST_DECIMALS);
        }
        return new Form<>(
                BigDecimal.class,
                scale,
                percent,
                BigDecimal::toPlainString,
                BigDecimal::new,
                value -> exact(value, scale));
    }

    /** The number with all of so many decimals; as it is when it has more of them, or more digits than can be kept. */
    static BigDecimal exact(BigDecimal value, int scale) {
        boolean fits = hasFewDigits(value)
                && (value.scale() < scale || value.stripTrailingZeros().scale() <= scale);
        return fits ? value.setScale(scale) : value;
    }

    private static boolean hasFewDigits(BigDecimal value) {
        return value.signum() == 0 || (long) value.precision() - value.scale() <= MOST_DIGITS;
    }

    /** Written out where that is short: 1E+999999999 would fill the memory. */
    private static String written(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_WRITTEN ? number.toPlainString() : number.toString();
    }

    /** This property with further traits. */
    @SafeVarargs
    public final NumberProperty<R, N> with(Trait<? super N>... traits) {
        return new NumberProperty<>(accessors().with(traits), form);
    }

    /** This property, living in a record's custom values. */
    public NumberProperty<R, N> asCustom() {
        return new NumberProperty<>(accessors().asCustom(), form);
    }

    /** The class of the numbers. */
    public Class<N> type() {
        return form.type;
    }

    /** The count of decimals; 0 for whole numbers. */
    public int scale() {
        return form.scale;
    }

    /** Whether people read and write the value times a hundred. */
    public boolean isPercent() {
        return form.percent;
    }

    /** A value made greater by an amount, or less by a negative one; nothing counts as 0. */
    public N plus(@Nullable N value, BigDecimal amount) {
        BigDecimal former = value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
        return storable(form.read.apply(former.add(amount).toPlainString()));
    }

    @Override
    protected N storable(N value) {
        return form.storable.apply(value);
    }

    @Override
    void addOwnObjections(N value, List<String> objections) {
        if (value instanceof BigDecimal decimal) {
            if (decimal.stripTrailingZeros().scale() > form.scale) {
                objections.add("is " + written(decimal) + ", with more than " + form.scale + " decimals; round it");
            }
            if (!hasFewDigits(decimal)) {
                objections.add("is " + written(decimal) + ", with more than " + MOST_DIGITS
                        + " digits before the decimals; make it smaller");
            }
        }
    }

    @Override
    public String toText(N value) {
        return form.write.apply(value);
    }

    @Override
    public N fromText(String text) {
        try {
            return form.read.apply(text);
        } catch (NumberFormatException bad) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no " + (form.scale == 0 ? "whole number" : "number"), bad);
        }
    }
}
