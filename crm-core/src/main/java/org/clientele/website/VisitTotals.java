package org.clientele.website;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What all visits of the web customers of an account come to (OroCRM documentation, Website activity: summary). Averages have
 * two decimals, halves up, and are 0 where there is nothing to divide by.
 *
 * @param visits how many visits; the reference counts the user identifiers instead, which are people
 * @param firstVisit when the first visit began
 * @param lastVisit when anything happened last; the reference tells when the last visit began
 */
public record VisitTotals(
        long visits,
        long pageViews,
        long itemsAdded,
        long checkouts,
        @Nullable Instant firstVisit,
        @Nullable Instant lastVisit,
        @Nullable Instant lastLogin,
        @Nullable Instant lastItemAdded,
        @Nullable Instant lastCheckout) {

    /** Those of nobody. */
    public static final VisitTotals NONE = new VisitTotals(0, 0, 0, 0, null, null, null, null, null);

    private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.42");

    /** Page views a visit. */
    public BigDecimal pageViewsPerVisit() {
        return ratio(pageViews, visits);
    }

    /** Items added a visit. */
    public BigDecimal itemsPerVisit() {
        return ratio(itemsAdded, visits);
    }

    /** How many visits it takes for one checkout. */
    public BigDecimal visitsPerCheckout() {
        return ratio(visits, checkouts);
    }

    /**
     * By the whole days from the first event to the last, a month being 30.42 of them, and all visits where that is less than a
     * month; the reference takes only what is left of the days after whole months.
     */
    public BigDecimal visitsPerMonth() {
        BigDecimal all = BigDecimal.valueOf(visits);
        if (firstVisit == null || lastVisit == null) {
            return all;
        }
        BigDecimal days =
                BigDecimal.valueOf(Duration.between(firstVisit, lastVisit).toDays());
        return days.compareTo(DAYS_OF_A_MONTH) <= 0
                ? all
                : all.multiply(DAYS_OF_A_MONTH).divide(days, 2, RoundingMode.HALF_UP);
    }

    /** The totals of these visits and others together, as when each partition has counted its own; in any order. */
    public VisitTotals plus(VisitTotals other) {
        return new VisitTotals(
                visits + other.visits,
                pageViews + other.pageViews,
                itemsAdded + other.itemsAdded,
                checkouts + other.checkouts,
                extreme(firstVisit, other.firstVisit, false),
                extreme(lastVisit, other.lastVisit, true),
                extreme(lastLogin, other.lastLogin, true),
                extreme(lastItemAdded, other.lastItemAdded, true),
                extreme(lastCheckout, other.lastCheckout, true));
    }

    private static @Nullable Instant extreme(@Nullable Instant one, @Nullable Instant other, boolean latest) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) == latest ? one : other;
    }

    private static BigDecimal ratio(long of, long by) {
        return by == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(by), 2, RoundingMode.HALF_UP);
    }

    /** The visits of an account. */
    static Criterion<WebsiteVisit> visitsOf(UUID account) {
        return WebsiteVisit.CUSTOMER.matches(Customer.ACCOUNT.is(new Ref<>(account)));
    }

    /** The totals of a stored account, as far as the records show; one statement. */
    public static VisitTotals of(Account account, Records records) {
        return of(account.getId(), records);
    }

    static VisitTotals of(UUID account, Records records) {
        Criterion<WebsiteVisit> all = Criterion.always();
        List<Group> groups = records.aggregate(
                WebsiteVisit.TYPE,
                new Aggregation<>(
                        visitsOf(account),
                        List.of(),
                        List.of(
                                new Measure.Count<>(all),
                                new Measure.Sum<>(WebsiteVisit.PAGE_VIEWS, all),
                                new Measure.Sum<>(WebsiteVisit.ITEMS_ADDED, all),
                                new Measure.Sum<>(WebsiteVisit.CHECKOUTS, all),
                                new Measure.Extreme<>(WebsiteVisit.FIRST_AT, false, all),
                                new Measure.Extreme<>(WebsiteVisit.LAST_AT, true, all),
                                new Measure.Extreme<>(WebsiteVisit.LAST_LOGIN_AT, true, all),
                                new Measure.Extreme<>(WebsiteVisit.LAST_ITEM_AT, true, all),
                                new Measure.Extreme<>(WebsiteVisit.LAST_CHECKOUT_AT, true, all))));
        if (groups.isEmpty()) {
            return NONE;
        }
        List<Object> values = groups.get(0).values();
        return new VisitTotals(
                (Long) values.get(0),
                number(values.get(1)),
                number(values.get(2)),
                number(values.get(3)),
                time(values.get(4)),
                time(values.get(5)),
                time(values.get(6)),
                time(values.get(7)),
                time(values.get(8)));
    }

    private static long number(Object sum) {
        return ((BigDecimal) sum).longValueExact();
    }

    private static @Nullable Instant time(Object latest) {
        return (Instant) ((Optional<?>) latest).orElse(null);
    }
}
