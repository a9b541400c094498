package org.clientele.website;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.report.Report;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * What the web customers of an account do on websites, all of them together (OroCRM documentation, Accounts: website activity):
 * the summary, and the events of each day. Five statements, whatever the number of events; as many rows as there are pages, and
 * days with events. Immutable and thread-safe.
 *
 * <pre>{@code
 * WebsiteActivity.Result activity = sales.run(WebsiteActivity.of(acuserv));
 * activity.days().get(today);   // {cart item added=2, visit=7}
 * }</pre>
 */
public final class WebsiteActivity implements Report<WebsiteActivity.Result> {

    private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.42");

    private final UUID account;

    private WebsiteActivity(UUID account) {
        this.account = account;
    }

    /** The activity of a stored account. */
    public static WebsiteActivity of(Account account) {
        return new WebsiteActivity(account.getId());
    }

    /** A page. */
    public record WebPage(@Nullable String url, @Nullable String title) {}

    /**
     * The activity.
     *
     * @param visitsPerMonth by the whole days from the first event to the last, a month being 30.42 of them, and all visits
     *     where that is less than a month; the reference takes only what is left of the days after whole months
     * @param mostViewed the page with most views; of several the first by address
     * @param days for each day, UTC, how many events there were of each name
     */
    public record Result(
            VisitTotals totals,
            BigDecimal visitsPerMonth,
            @Nullable WebPage mostViewed,
            @Nullable WebPage lastViewed,
            SortedMap<LocalDate, SortedMap<String, Long>> days) {}

    @Override
    public Result run(Records records) {
        VisitTotals totals = VisitTotals.of(account, records);
        Criterion<WebsiteEvent> events = WebsiteEvent.VISIT.matches(VisitTotals.visitsOf(account));
        return new Result(
                totals,
                perMonth(totals, records),
                mostViewed(events, records),
                lastViewed(events, records),
                days(events, records));
    }

    private BigDecimal perMonth(VisitTotals totals, Records records) {
        Instant first = records.values(
                        WebsiteVisit.TYPE,
                        Query.<WebsiteVisit>of(VisitTotals.visitsOf(account))
                                .orderedBy(List.of(WebsiteVisit.FIRST_AT.asc()))
                                .stretch(0, 1),
                        List.of(WebsiteVisit.FIRST_AT))
                .map(row -> (Instant) row.get(0))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        BigDecimal visits = BigDecimal.valueOf(totals.visits());
        if (first == null || totals.lastVisit() == null) {
            return visits;
        }
        BigDecimal days =
                BigDecimal.valueOf(Duration.between(first, totals.lastVisit()).toDays());
        return days.compareTo(DAYS_OF_A_MONTH) <= 0
                ? visits
                : visits.multiply(DAYS_OF_A_MONTH).divide(days, 2, RoundingMode.HALF_UP);
    }

    private static @Nullable WebPage mostViewed(Criterion<WebsiteEvent> events, Records records) {
        Comparator<Group> views =
                Comparator.comparing(group -> (Long) group.values().get(0));
        return records
                .aggregate(
                        WebsiteEvent.TYPE,
                        new Aggregation<>(
                                events.and(WebsiteEvent.NAME.is(WebsiteEvent.PAGE_VIEW)),
                                List.of(WebsiteEvent.URL, WebsiteEvent.TITLE),
                                List.of(new Measure.Count<>(Criterion.always()))))
                .stream()
                .max(views.thenComparing(group -> String.valueOf(group.key()), Comparator.reverseOrder()))
                .map(group -> new WebPage(
                        (String) group.key().get(0), (String) group.key().get(1)))
                .orElse(null);
    }

    private static @Nullable WebPage lastViewed(Criterion<WebsiteEvent> events, Records records) {
        return records.values(
                        WebsiteEvent.TYPE,
                        Query.<WebsiteEvent>of(events.and(WebsiteEvent.NAME.is(WebsiteEvent.PAGE_VIEW)))
                                .orderedBy(List.of(WebsiteEvent.AT.desc()))
                                .stretch(0, 1),
                        List.of(WebsiteEvent.URL, WebsiteEvent.TITLE))
                .map(row -> new WebPage((String) row.get(0), (String) row.get(1)))
                .findFirst()
                .orElse(null);
    }

    private static SortedMap<LocalDate, SortedMap<String, Long>> days(Criterion<WebsiteEvent> events, Records records) {
        SortedMap<LocalDate, SortedMap<String, Long>> days = new TreeMap<>();
        records.aggregate(
                        WebsiteEvent.TYPE,
                        new Aggregation<>(
                                events,
                                List.of(WebsiteEvent.DAY, WebsiteEvent.NAME),
                                List.of(new Measure.Count<>(Criterion.always()))))
                .forEach(group -> days.computeIfAbsent(
                                (LocalDate) Objects.requireNonNull(group.key().get(0)), day -> new TreeMap<>())
                        .put(String.valueOf(group.key().get(1)), (Long)
                                group.values().get(0)));
        return days;
    }
}
