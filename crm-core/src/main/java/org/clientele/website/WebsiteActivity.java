package org.clientele.website;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.magento.WebCustomer;
import org.clientele.report.Report;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What the web customers of an account do on websites, all of them together (OroCRM documentation, Accounts: website activity):
 * the summary, and the events of each day. A few statements, and one for each channel of
 * these customers, whatever the number of events; as many rows as there are pages, and days with events. Immutable and thread-safe.
 *
 * <pre>{@code
 * WebsiteActivity.Result activity = sales.run(WebsiteActivity.of(acuserv));
 * activity.days().on(today);   // {cart item added=2, visit=7}
 * }</pre>
 */
public final class WebsiteActivity implements Report<WebsiteActivity.Result> {

    /** What the chart shows (OroCRM documentation, Website activity: events). */
    private static final Set<String> CHARTED =
            Set.of(WebsiteEvent.PAGE_VIEW, WebsiteEvent.ITEM_ADDED, WebsiteEvent.CHECKOUT);

    private final UUID account;
    private final ZoneId zone;

    private WebsiteActivity(UUID account, ZoneId zone) {
        this.account = account;
        this.zone = zone;
    }

    /** The activity of a stored account, its days in UTC. */
    public static WebsiteActivity of(Account account) {
        return new WebsiteActivity(account.getId(), ZoneOffset.UTC);
    }

    /** The same with the days of another zone; other than with those of UTC, as many rows are read as there are times of events. */
    public WebsiteActivity in(ZoneId newZone) {
        return new WebsiteActivity(account, newZone);
    }

    /** A page. */
    public record WebPage(@Nullable String url, @Nullable String title) {}

    /**
     * The activity.
     *
     * @param mostViewed the page with most views; of several the first by address
     * @param days how many events there were of each name on each day
     * @param chart the page views, the items added and the checkouts of each day under the channel of the customer: "Shop - visit";
     *     channels that may not be seen are left out
     */
    public record Result(
            VisitTotals totals,
            @Nullable WebPage mostViewed,
            @Nullable WebPage lastViewed,
            DailyEvents days,
            DailyEvents chart) {}

    @Override
    public Result run(Records records) {
        Criterion<WebsiteEvent> events = WebsiteEvent.VISIT.matches(VisitTotals.visitsOf(account));
        return new Result(
                VisitTotals.of(account, records),
                mostViewed(events, records),
                lastViewed(events, records),
                days(events, records),
                chart(records));
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

    private DailyEvents days(Criterion<WebsiteEvent> events, Records records) {
        boolean isStored = zone.equals(ZoneOffset.UTC);
        SortedMap<LocalDate, SortedMap<String, Long>> days = new TreeMap<>();
        records.aggregate(
                        WebsiteEvent.TYPE,
                        new Aggregation<>(
                                events,
                                List.of(
                                        isStored ? WebsiteEvent.DAY : WebsiteEvent.AT.by(DateUnit.DAY, zone),
                                        WebsiteEvent.NAME),
                                List.of(new Measure.Count<>(Criterion.always()))))
                .forEach(group -> days.computeIfAbsent(day(group.key().get(0)), day -> new TreeMap<>())
                        .put(String.valueOf(group.key().get(1)), (Long)
                                group.values().get(0)));
        return new DailyEvents(days);
    }

    private static LocalDate day(@Nullable Object key) {
        return key instanceof DatePeriod period ? period.start() : (LocalDate) Objects.requireNonNull(key);
    }

    private DailyEvents chart(Records records) {
        Set<UUID> ids = new LinkedHashSet<>();
        records.aggregate(
                        WebCustomer.TYPE,
                        new Aggregation<>(
                                Customer.ACCOUNT.is(new Ref<>(account)),
                                List.of(WebCustomer.CHANNEL),
                                List.of(new Measure.Count<>(Criterion.always()))))
                .forEach(group -> {
                    if (group.key().get(0) instanceof Ref<?> channel) {
                        ids.add(channel.id());
                    }
                });
        DailyEvents chart = DailyEvents.NONE;
        for (Channel channel : records.findAll(Channel.TYPE, ids)) {
            Criterion<WebsiteVisit> visits =
                    VisitTotals.visitsOf(account).and(WebsiteVisit.CUSTOMER.matches(WebCustomer.CHANNEL.is(channel)));
            Criterion<WebsiteEvent> events =
                    WebsiteEvent.VISIT.matches(visits).and(new Criterion.OneOf<>(WebsiteEvent.NAME, CHARTED));
            chart = chart.plus(days(events, records).under(String.valueOf(channel.getName())));
        }
        return chart;
    }
}
