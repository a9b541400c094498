package org.clientele.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Path;
import org.clientele.property.Property;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Measure.Count;
import org.clientele.store.Measure.CountMoney;
import org.clientele.store.Measure.Distinct;
import org.clientele.store.Measure.Extreme;
import org.clientele.store.Measure.ExtremeMoney;
import org.clientele.store.Measure.Sum;
import org.clientele.store.Measure.SumMoney;
import org.clientele.store.Measure.Weighted;
import org.clientele.store.Records;
import org.clientele.value.ExchangeRates;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A report that counts, sums and compares the records of one type by the values of some of their properties. Immutable and
 * thread-safe. It takes one statement, one more for the names of the records that rows point to, one for each reference on the
 * way to a value that is not the records' own, and one for each further amount of money and each count of different values.
 *
 * <pre>{@code
 * Tally<Opportunity> pipeline = Tally.of("Pipeline by owner", Opportunity.TYPE, columns -> columns
 *         .groupBy(Opportunity.OWNER, Opportunity.CLOSE_DATE.by(DateUnit.QUARTER))
 *         .count("open", Opportunity.STATUS.is(OpportunityStatus.IN_PROGRESS))
 *         .sum("budget", Opportunity.BUDGET));
 * }</pre>
 *
 * @param <R> the type whose records are counted
 */
public final class Tally<R extends CrmRecord> implements Report<Table<R>> {

    private final Definition<R> definition;

    private Tally(Definition<R> definition) {
        this.definition = definition;
    }

    /**
     * A tally of the records of a type.
     *
     * @throws IllegalArgumentException when it has no column, two of one title, an order or a filter by one that it has not,
     *     or groups by a property that holds many values
     */
    public static <R extends CrmRecord> Tally<R> of(
            String title, EntityType<R> type, Consumer<Columns<R>> declaration) {
        Columns<R> columns = new Columns<>();
        declaration.accept(columns);
        return new Tally<>(Faults.checked(columns.definition(Objects.requireNonNull(title, "title"), type)));
    }

    /** Collects what a tally counts; used within {@link Tally#of} only. */
    public static final class Columns<R extends CrmRecord> {

        private final List<Key<R>> groupBy = new ArrayList<>();
        private final List<Column<R>> columns = new ArrayList<>();
        private final List<Having> having = new ArrayList<>();
        private final List<Definition.Step> order = new ArrayList<>();
        private Criterion<? super R> where = Criterion.always();
        private int limit = Integer.MAX_VALUE;
        private boolean withEmptyGroups;
        private Definition.@Nullable Into into;

        private Columns() {}

        /** Takes in only the records that meet the condition; without it, all. */
        public Columns<R> where(Criterion<? super R> condition) {
            where = condition;
            return this;
        }

        /**
         * Makes a row of the records that share these values: of properties, or the periods in which dates and times lie, such as
         * {@code CLOSE_DATE.by(MONTH)}.
         */
        @SafeVarargs
        public final Columns<R> groupBy(Attribute<? super R, ?>... attributes) {
            List.of(attributes).forEach(attribute -> groupBy.add(Key.of(attribute)));
            return this;
        }

        /**
         * Makes a row of the records that share a value which is some references away, such as
         * {@code ACCOUNT.to(Account.NAME)}; there is none where the way is broken, or the viewer may not see what is on it. A
         * reference at the end of a way is {@code CUSTOMER.to(Customer.CHANNEL).itself()}.
         */
        public <T, P extends Property<? super T, ?>> Columns<R> groupBy(Path<? super R, T, P> path) {
            groupBy.add(Key.along(path));
            return this;
        }

        /** Counts all records. */
        public Columns<R> count(String title) {
            return count(title, Criterion.always());
        }

        /** Counts the records that meet the condition. */
        public Columns<R> count(String title, Criterion<? super R> condition) {
            return add(title, new Count<>(condition), null);
        }

        /** Counts the different values of a property that holds one. */
        public Columns<R> distinct(String title, Property<? super R, ?> of) {
            return add(title, new Distinct<>(of, Criterion.always()), null);
        }

        /** Sums a number exactly. */
        public Columns<R> sum(String title, NumberProperty<? super R, ?> of) {
            return sum(title, of, Criterion.always());
        }

        /** Sums a number of the records that meet the condition, exactly. */
        public Columns<R> sum(String title, NumberProperty<? super R, ?> of, Criterion<? super R> condition) {
            return add(title, new Sum<>(of, condition), null);
        }

        /** Sums amounts exactly, by currency. */
        public Columns<R> sum(String title, MoneyProperty<? super R> of) {
            return sum(title, of, Criterion.always());
        }

        /** Sums amounts of the records that meet the condition, exactly, by currency. */
        public Columns<R> sum(String title, MoneyProperty<? super R> of, Criterion<? super R> condition) {
            return add(title, new SumMoney<>(of, condition), null);
        }

        /** Sums amounts times a number, such as a budget times its probability, exactly, by currency. */
        public Columns<R> weighted(
                String title, MoneyProperty<? super R> of, NumberProperty<? super R, BigDecimal> by) {
            return add(title, new Weighted<>(of, by, Criterion.always()), null);
        }

        /** The average of a number over the records that have it, to six decimals. */
        public Columns<R> average(String title, NumberProperty<? super R, ?> of) {
            Criterion<R> present = new Criterion.All<>(List.of(of.isPresent()));
            return add(title, new Sum<>(of, present), new Count<>(present));
        }

        /** The average of amounts over the records that have one, by currency, to four decimals. */
        public Columns<R> average(String title, MoneyProperty<? super R> of) {
            Criterion<R> present = new Criterion.All<>(List.of(of.isPresent()));
            return add(title, new SumMoney<>(of, present), new CountMoney<>(of, present));
        }

        /** The least number, the first day or time. */
        public Columns<R> least(String title, OrderedProperty<? super R, ?> of) {
            return add(title, new Extreme<>(of, false, Criterion.always()), null);
        }

        /** The greatest number, the last day or time. */
        public Columns<R> greatest(String title, OrderedProperty<? super R, ?> of) {
            return add(title, new Extreme<>(of, true, Criterion.always()), null);
        }

        /** The least amounts by currency. */
        public Columns<R> least(String title, MoneyProperty<? super R> of) {
            return add(title, new ExtremeMoney<>(of, false, Criterion.always()), null);
        }

        /** The greatest amounts by currency. */
        public Columns<R> greatest(String title, MoneyProperty<? super R> of) {
            return add(title, new ExtremeMoney<>(of, true, Criterion.always()), null);
        }

        private Columns<R> add(String title, Measure<R> measure, @Nullable Measure<R> count) {
            columns.add(new Column<>(title, measure, count));
            return this;
        }

        /** Shows only rows whose number in a column is such; totals are of these rows. Several filters must all hold. */
        public Columns<R> having(String column, Operator operator, Number number) {
            having.add(new Having(column, operator, new BigDecimal(number.toString())));
            return this;
        }

        /** Orders rows by a column, smallest first, after the steps before; without any, and then, by what makes a row. */
        public Columns<R> ascendingBy(String column) {
            order.add(new Definition.Step(column, true));
            return this;
        }

        /** Orders rows by a column, greatest first, after the steps before. */
        public Columns<R> descendingBy(String column) {
            order.add(new Definition.Step(column, false));
            return this;
        }

        /** Shows so many rows at most, from 1; totals are of all. */
        public Columns<R> first(int rows) {
            limit = rows;
            return this;
        }

        /**
         * Shows rows in which there is no record as well: for each choice of a dictionary, yes and no, each period between the
         * first and the last that has records, each record that the viewer may see of those that can be pointed to. Of other
         * properties, and of none, only what occurs.
         */
        public Columns<R> withEmptyGroups() {
            withEmptyGroups = true;
            return this;
        }

        /**
         * Brings amounts into one currency by the rates of a day; what has no rate stays in its own, and the table's notes say
         * so.
         */
        public Columns<R> converted(String currency, ExchangeRates rates, LocalDate on) {
            Money.zero(currency);
            into = new Definition.Into(currency, rates, on);
            return this;
        }

        private Definition<R> definition(String title, EntityType<R> type) {
            return new Definition<>(title, type, where, groupBy, columns, having, order, limit, withEmptyGroups, into);
        }
    }

    /** This tally over fewer records; empty groups stay. */
    public Tally<R> where(Criterion<? super R> condition) {
        return new Tally<>(definition.over(new Criterion.All<R>(List.of(definition.where(), condition))));
    }

    /** This tally with amounts in one currency, by the rates of a day; what has no rate stays in its own and is noted. */
    public Tally<R> converted(String currency, ExchangeRates rates, LocalDate on) {
        Money.zero(currency);
        return new Tally<>(definition.into(new Definition.Into(currency, rates, on)));
    }

    @Override
    public Table<R> run(Records records) {
        return table(records.aggregate(definition.type(), aggregation()), records);
    }

    /** What is counted for it: what a host hands to {@link org.clientele.store.Accumulation} over records of its own. */
    public Aggregation<R> aggregation() {
        return definition.aggregation();
    }

    /**
     * The table of what was counted elsewhere.
     *
     * @param groups of this tally's {@link #aggregation()}
     * @param records where the names of records that rows point to are read
     */
    public Table<R> table(List<Group> groups, Records records) {
        return new TableMaking<>(definition, records).of(groups);
    }

    /** The title. */
    @Override
    public String toString() {
        return definition.title();
    }
}
