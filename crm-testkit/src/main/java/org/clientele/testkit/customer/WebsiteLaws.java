package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.magento.WebCustomer;
import org.clientele.merge.MergeOutcome;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.website.DailyEvents;
import org.clientele.website.Told;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.VisitTotals;
import org.clientele.website.WebsiteActivity;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteIntake;
import org.jspecify.annotations.Nullable;

/** That the activity of an account is at any time what the raw events come to; the rest is shown by example. */
public abstract class WebsiteLaws extends WebsiteExamples {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");
    private static final List<String> NAMES = List.of(
            WebsiteEvent.PAGE_VIEW,
            WebsiteEvent.ITEM_ADDED,
            WebsiteEvent.CHECKOUT,
            WebsiteEvent.LOGIN,
            "video watched");
    private static final int PEOPLE = 4;
    private static final int ACTS = 10;

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** Two shops, and people of whom each has a cookie on either site, which somebody else borrows at times. */
    private static final class Case {

        final Random random;
        final Session session;
        final WebsiteIntake intake;
        final NaiveWebsite naive = new NaiveWebsite();
        final Map<String, TrackedWebsite> sites = new LinkedHashMap<>();
        final Map<String, UUID> customers = new HashMap<>();
        final List<Told> told = new ArrayList<>();

        Case(Session session, Random random) {
            this.session = session;
            this.random = random;
            this.intake = new WebsiteIntake(session);
            for (String name : List.of("shop", "outlet")) {
                Channel channel = session.save(new Channel(name, ChannelType.MAGENTO));
                sites.put(name, session.save(new TrackedWebsite(name, name, channel)));
            }
        }

        private @Nullable UUID customer(Told event) {
            return customers.get(
                    event.website() + " " + Objects.requireNonNull(event.user()).substring("id=".length()));
        }

        void come() {
            String site = random.nextBoolean() ? "shop" : "outlet";
            String origin = String.valueOf(random.nextInt(PEOPLE));
            if (!customers.containsKey(site + " " + origin)) {
                Channel channel = session.get(
                        Channel.TYPE,
                        Objects.requireNonNull(
                                        Objects.requireNonNull(sites.get(site)).getChannel())
                                .id());
                String name = site + origin + "." + told.size() + "." + random.nextInt(1_000_000);
                WebCustomer customer = new WebCustomer("Ada", name, name + "@example.org", channel);
                customer.setOriginId(origin);
                customers.put(site + " " + origin, session.save(customer).getId());
            }
        }

        void take() {
            List<Told> some = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int person = random.nextInt(PEOPLE);
                Told event = new Told(
                        random.nextBoolean() ? "shop" : "outlet",
                        "cookie " + person,
                        random.nextBoolean()
                                ? null
                                : "id=" + (random.nextInt(4) == 0 ? random.nextInt(PEOPLE) : person),
                        NAMES.get(random.nextInt(NAMES.size())),
                        null,
                        null,
                        null,
                        NOON.plus(Duration.ofHours(random.nextInt(2000))));
                some.add(random.nextInt(3) == 0 ? event : event.identifiedBy("e" + random.nextInt(40)));
            }
            if (!told.isEmpty() && random.nextInt(3) == 0) {
                some.addAll(told.stream().filter(event -> event.id() != null).toList());
            }
            told.addAll(some);
            intake.take(some);
            naive.take(some, this::customer);
        }

        void identify() {
            sites.values().forEach(intake::identify);
            naive.identify(event -> true, this::customer);
        }

        <R extends CrmRecord> void merge(EntityType<R> type) {
            List<R> all = session.select(type).list();
            if (all.size() < 2) {
                return;
            }
            R master = all.get(random.nextInt(all.size()));
            R absorbed = all.get(random.nextInt(all.size()));
            if (master.equals(absorbed)) {
                return;
            }
            List<WebsiteActivity.Result> before = activities();
            MergeOutcome<R> outcome = session.apply(
                    session.planMerge(type, choices -> choices.master(master).absorb(absorbed)));
            if (outcome instanceof MergeOutcome.Applied<R> done) {
                if (random.nextBoolean()) {
                    session.undo(done.receipt()).orThrow();
                    assertThat(activities()).isEqualTo(before);
                } else if (type == WebCustomer.TYPE) {
                    naive.merge(master.getId(), absorbed.getId());
                    customers.values().remove(absorbed.getId());
                } else {
                    checkSum(before);
                }
            }
        }

        /** What all accounts have together is what it was. */
        private void checkSum(List<WebsiteActivity.Result> before) {
            assertThat(sum(activities())).isEqualTo(sum(before));
        }

        private static List<Object> sum(List<WebsiteActivity.Result> results) {
            return List.of(
                    results.stream().map(WebsiteActivity.Result::totals).reduce(VisitTotals.NONE, VisitTotals::plus),
                    results.stream().map(WebsiteActivity.Result::days).reduce(DailyEvents.NONE, DailyEvents::plus),
                    results.stream().map(WebsiteActivity.Result::chart).reduce(DailyEvents.NONE, DailyEvents::plus));
        }

        private List<WebsiteActivity.Result> activities() {
            return session.select(Account.TYPE).list().stream()
                    .map(account -> session.run(WebsiteActivity.of(account).in(COLOMBO)))
                    .toList();
        }

        void check() {
            for (Account account : session.select(Account.TYPE).list()) {
                List<UUID> own = session.select(WebCustomer.TYPE).where(WebCustomer.ACCOUNT.is(account)).list().stream()
                        .map(CrmRecord::getId)
                        .toList();
                Predicate<UUID> theirs = own::contains;
                for (ZoneId zone : List.of(COLOMBO, ZoneOffset.UTC)) {
                    WebsiteActivity.Result activity =
                            session.run(WebsiteActivity.of(account).in(zone));
                    assertThat(activity.totals()).isEqualTo(naive.totals(theirs));
                    assertThat(activity.days()).isEqualTo(naive.days(theirs, zone));
                    assertThat(charted(activity.chart())).isEqualTo(charted(activity.days()));
                }
            }
        }

        /** How many events a chart has. */
        private static long charted(DailyEvents events) {
            return events.counts().values().stream()
                    .flatMap(names -> names.entrySet().stream())
                    .filter(entry -> NAMES.subList(0, 3).stream()
                            .anyMatch(name -> entry.getKey().endsWith(name)))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    @Property(tries = 25)
    void theActivityOfEachAccountIsWhatTheRawEventsComeTo(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Case done = new Case(session(), random);
        for (int i = 0; i < ACTS; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> done.come();
                case 2 -> done.identify();
                case 3 -> done.merge(Account.TYPE);
                case 4 -> done.merge(WebCustomer.TYPE);
                default -> done.take();
            }
            done.check();
        }
        done.identify();
        done.check();
    }
}
