package org.clientele.property;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.criteria.OrderedAttribute;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are amounts in a currency. Amounts in different currencies are never compared: a condition
 * holds only for records in its own currency.
 *
 * @param <R> the type that has the property
 */
public final class MoneyProperty<R> extends Property<R, Money> {

    private MoneyProperty(Accessors<R, Money> accessors) {
        super(accessors);
    }

    /** A money property with this name, which is the field's. */
    public static <R> MoneyProperty<R> of(
            String name, Function<R, @Nullable Money> getter, BiConsumer<R, @Nullable Money> setter) {
        return new MoneyProperty<>(Accessors.of(name, getter, setter));
    }

    /** A money property of an immutable item. */
    public static <R> MoneyProperty<R> of(String name, Function<R, @Nullable Money> getter) {
        return new MoneyProperty<>(Accessors.readOnly(name, getter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final MoneyProperty<R> with(Trait<? super Money>... traits) {
        return new MoneyProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public MoneyProperty<R> asCustom() {
        return new MoneyProperty<>(accessors().asCustom());
    }

    /** The amount alone, whatever its currency. */
    public OrderedAttribute<R, BigDecimal> amount() {
        return new Part<>(this, "amount", Money::amount, amount -> NumberProperty.exact(amount, Money.SCALE));
    }

    /** The code of the currency alone. */
    public Attribute<R, String> currency() {
        return new Part<>(this, "currency", Money::currency, code -> code);
    }

    /**
     * One component of a money value, known to stores as {@code property.part}.
     *
     * @param whole the property that has the value
     */
    public record Part<R, V extends Comparable<? super V>>(
            MoneyProperty<R> whole, String part, Function<Money, V> read, UnaryOperator<V> form)
            implements OrderedAttribute<R, V> {
        @Override
        public V exact(V value) {
            return form.apply(value);
        }

        @Override
        public String name() {
            return whole.name() + "." + part;
        }

        @Override
        public @Nullable V get(R record) {
            Money money = whole.get(record);
            return money == null ? null : read.apply(money);
        }
    }

    /** Amounts stand together by currency, and are compared within one only. */
    @Override
    public Object sortKey(Money value) {
        return new ByCurrency(value.currency(), value.amount());
    }

    private record ByCurrency(String currency, BigDecimal amount) implements Comparable<ByCurrency> {

        private static final Comparator<ByCurrency> ORDER =
                Comparator.comparing(ByCurrency::currency).thenComparing(ByCurrency::amount);

        @Override
        public int compareTo(ByCurrency other) {
            return ORDER.compare(this, other);
        }
    }

    /** The value is this amount in this currency. */
    public Criterion<R> is(Money money) {
        return compare(Operator.EQUAL, money);
    }

    /** The value is this amount or more, in the same currency. */
    public Criterion<R> atLeast(Money money) {
        return compare(Operator.AT_LEAST, money);
    }

    /** The value is this amount or less, in the same currency. */
    public Criterion<R> atMost(Money money) {
        return compare(Operator.AT_MOST, money);
    }

    /** The value is another amount or in another currency, or there is none. */
    public Criterion<R> isNot(Money money) {
        return is(money).negate();
    }

    /** The value is less than this amount, in the same currency. */
    public Criterion<R> lessThan(Money money) {
        return compare(Operator.LESS, money);
    }

    /** The value is more than this amount, in the same currency. */
    public Criterion<R> greaterThan(Money money) {
        return compare(Operator.GREATER, money);
    }

    /**
     * The value is between these two, both included, in the same currency.
     *
     * @throws IllegalArgumentException when the two differ in currency
     */
    public Criterion<R> between(Money least, Money greatest) {
        if (!least.currency().equals(greatest.currency())) {
            throw new IllegalArgumentException("nothing is between " + least + " and " + greatest
                    + ", which differ in currency; give both in one");
        }
        return atLeast(least).and(atMost(greatest));
    }

    /** The value is not between these two: outside, in another currency, or there is none. */
    public Criterion<R> notBetween(Money least, Money greatest) {
        return between(least, greatest).negate();
    }

    /** The value is in one of these currencies, each by its ISO 4217 code, whatever the amount. */
    public Criterion<R> inCurrency(String... codes) {
        return new Criterion.OneOf<>(currency(), new LinkedHashSet<>(List.of(codes)));
    }

    private Criterion<R> compare(Operator operator, Money money) {
        return new Criterion.Ordered<>(amount(), operator, money.amount())
                .and(new Criterion.OneOf<>(currency(), Set.of(money.currency())));
    }

    @Override
    public String toText(Money value) {
        return value.toString();
    }

    @Override
    public Money fromText(String text) {
        return Money.parse(text);
    }
}
