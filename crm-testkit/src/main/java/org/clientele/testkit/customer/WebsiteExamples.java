package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.store.AtOnce;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.view.AccountView;
import org.clientele.website.EventSubjects;
import org.clientele.website.Told;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.WebsiteActivity;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteIntake;
import org.clientele.website.WebsiteVisit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of what websites tell; part of {@link WebsiteLaws}. */
abstract class WebsiteExamples {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** An empty store each time that it is called. */
    protected abstract RecordStore newStore();

    final Session session() {
        Crm crm = Crm.open(newStore(), config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        return crm.as(
                system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));
    }

    private static TrackedWebsite website(Session session) {
        Channel shop = session.save(new Channel("Shop", ChannelType.MAGENTO));
        return session.save(new TrackedWebsite("Shop", "shop", shop));
    }

    private static WebCustomer ada(Session session, TrackedWebsite website, String originId) {
        Channel shop = session.get(
                Channel.TYPE, Objects.requireNonNull(website.getChannel()).id());
        WebCustomer ada = new WebCustomer("Ada", "Lovelace", "ada" + originId + "@example.org", shop);
        ada.setOriginId(originId);
        return session.save(ada);
    }

    private static Told told(String visitor, @Nullable String user, String name, @Nullable String url, Instant at) {
        return new Told("shop", visitor, user, name, null, url, url, at);
    }

    private static Account account(Session session, WebCustomer customer) {
        return session.get(
                Account.TYPE, Objects.requireNonNull(customer.getAccount()).id());
    }

    @Test
    void anonymousVisitsBeforeSomebodyIsKnownAreTheirs() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebCustomer ada = ada(session, website, "12");
        WebsiteIntake intake = new WebsiteIntake(session);
        intake.take(List.of(
                told("cookie", null, WebsiteEvent.PAGE_VIEW, "/", NOON),
                told("other", "id=guest", WebsiteEvent.PAGE_VIEW, "/", NOON)));
        assertThat(owned(session, ada)).isEmpty();
        intake.take(List.of(
                told("cookie", "id=12; email=ada@example.org", WebsiteEvent.LOGIN, "/login", NOON.plusSeconds(60))));
        assertThat(owned(session, ada)).containsExactlyInAnyOrder("guest", "id=12; email=ada@example.org");
        assertThat(session.select(WebsiteVisit.TYPE).count()).isEqualTo(3);
    }

    @Test
    void whoIsNotKnownYetIsFoundLater() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebsiteIntake intake = new WebsiteIntake(session);
        intake.take(List.of(told("cookie", "id=7", WebsiteEvent.PAGE_VIEW, "/", NOON)));
        WebCustomer ada = ada(session, website, "7");
        intake.identify(website);
        assertThat(session.select(WebsiteVisit.TYPE).list())
                .extracting(WebsiteVisit::getCustomer)
                .containsExactly(Ref.to(ada));
    }

    /** Whose visits are looked for does not hang on which events happen to come in together. */
    @Test
    void visitsToAnotherWebsiteUnderTheSameCookieNameAreLeftAlone() {
        Session session = session();
        TrackedWebsite shop = website(session);
        session.save(new TrackedWebsite("Outlet", "outlet", session.save(new Channel("Outlet", ChannelType.MAGENTO))));
        WebsiteIntake intake = new WebsiteIntake(session);
        intake.take(List.of(told("cookie", "id=7", WebsiteEvent.PAGE_VIEW, "/", NOON)));
        WebCustomer ada = ada(session, shop, "7");
        Told elsewhere = new Told("outlet", "cookie", null, WebsiteEvent.PAGE_VIEW, null, null, null, NOON);
        intake.take(List.of(elsewhere));
        intake.take(List.of(elsewhere, told("other", null, WebsiteEvent.PAGE_VIEW, "/", NOON)));
        assertThat(owned(session, ada)).isEmpty();
        intake.take(List.of(told("cookie", null, WebsiteEvent.PAGE_VIEW, "/", NOON.plusSeconds(1))));
        assertThat(owned(session, ada)).containsExactly("id=7");
    }

    @Test
    void whatTheSurvivorOfAMergeHasIsNotTakenBackWhenTheShopTellsTheOldIdAgain() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebCustomer ada = ada(session, website, "7");
        WebCustomer twin = ada(session, website, "8");
        WebsiteIntake intake = new WebsiteIntake(session);
        intake.take(List.of(told("cookie", "id=8", WebsiteEvent.PAGE_VIEW, "/", NOON)));
        session.apply(session.planMerge(
                WebCustomer.TYPE, choices -> choices.master(ada).absorb(twin)));
        WebCustomer again = ada(session, website, "8");
        intake.take(List.of(
                told("cookie", "id=8", WebsiteEvent.PAGE_VIEW, "/", NOON),
                told("cookie", null, WebsiteEvent.PAGE_VIEW, "/", NOON.minusSeconds(1))));
        intake.identify(website);
        assertThat(owned(session, ada)).containsExactlyInAnyOrder("id=8", "guest");
        assertThat(owned(session, again)).isEmpty();
    }

    @Test
    void aVisitWithoutANameIsOfTheFirstWhoGaveOneAfterIt() {
        Session session = session();
        TrackedWebsite website = website(session);
        ada(session, website, "1");
        WebCustomer second = ada(session, website, "2");
        ada(session, website, "3");
        new WebsiteIntake(session)
                .take(List.of(
                        told("cookie", "id=3", WebsiteEvent.LOGIN, "/", NOON.plusSeconds(3)),
                        told("cookie", "id=2", WebsiteEvent.LOGIN, "/", NOON.plusSeconds(2)),
                        told("cookie", "id=1", WebsiteEvent.LOGIN, "/", NOON),
                        told("cookie", null, WebsiteEvent.PAGE_VIEW, "/", NOON.plusSeconds(1))));
        assertThat(owned(session, second)).containsExactlyInAnyOrder("id=2", "guest");
    }

    /** The visits that name somebody are gone through by the hundred; that says nothing about who was first. */
    @Test
    void aVisitWithoutANameIsOfTheFirstAmongManyVisitsAsWell() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebsiteIntake intake = new WebsiteIntake(session);
        intake.take(List.of(
                told("cookie", null, WebsiteEvent.PAGE_VIEW, "/", NOON),
                told("cookie", "id=2", WebsiteEvent.LOGIN, "/", NOON.plusSeconds(2))));
        intake.take(IntStream.range(0, 520)
                .mapToObj(i -> told("other " + i, "id=other " + i, WebsiteEvent.PAGE_VIEW, "/", NOON))
                .toList());
        intake.take(List.of(told("cookie", "id=1", WebsiteEvent.LOGIN, "/", NOON.plusSeconds(1))));
        WebCustomer first = ada(session, website, "1");
        ada(session, website, "2");
        assertThat(intake.identify(website)).isEqualTo(3);
        assertThat(owned(session, first)).containsExactlyInAnyOrder("id=1", "guest");
    }

    /** Under which names visits of a customer are. */
    private static List<@Nullable String> owned(Session session, WebCustomer customer) {
        return session.select(WebsiteVisit.TYPE).where(WebsiteVisit.CUSTOMER.is(Ref.to(customer))).list().stream()
                .<@Nullable String>map(WebsiteVisit::getUserIdentifier)
                .toList();
    }

    @Test
    void theSummaryAndTheEventsAreThoseOfAllWebCustomersOfTheAccount() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebCustomer ada = ada(session, website, "1");
        WebCustomer twin = ada(session, website, "2");
        twin.setAccount(ada.getAccount());
        session.save(twin);
        Instant later = NOON.plus(Duration.ofDays(61));
        new WebsiteIntake(session)
                .take(List.of(
                        told("a", "id=1", WebsiteEvent.PAGE_VIEW, "/", NOON),
                        told("a", "id=1", WebsiteEvent.PAGE_VIEW, "/machines", NOON.plusSeconds(1)),
                        told("a", "id=1", WebsiteEvent.ITEM_ADDED, "/machines", NOON.plusSeconds(2)),
                        told("b", "id=2", WebsiteEvent.PAGE_VIEW, "/machines", later),
                        told("b", "id=2", WebsiteEvent.CHECKOUT, "/checkout", later.plusSeconds(1)),
                        told("c", "id=3", WebsiteEvent.PAGE_VIEW, "/", later)));
        Account account = account(session, ada);
        WebsiteActivity.Result activity = session.run(WebsiteActivity.of(account));
        assertThat(activity.totals().visits()).isEqualTo(2);
        assertThat(activity.totals().pageViews()).isEqualTo(3);
        assertThat(activity.totals().itemsAdded()).isEqualTo(1);
        assertThat(activity.totals().checkouts()).isEqualTo(1);
        assertThat(activity.totals().pageViewsPerVisit()).isEqualByComparingTo("1.5");
        assertThat(activity.totals().itemsPerVisit()).isEqualByComparingTo("0.5");
        assertThat(activity.totals().visitsPerCheckout()).isEqualByComparingTo("2");
        assertThat(activity.totals().lastItemAdded()).isEqualTo(NOON.plusSeconds(2));
        assertThat(activity.totals().lastVisit()).isEqualTo(later.plusSeconds(1));
        assertThat(activity.totals().lastLogin()).isNull();
        assertThat(activity.totals().visitsPerMonth()).as("2 in 61 days").isEqualByComparingTo("1.00");
        assertThat(activity.mostViewed()).isEqualTo(new WebsiteActivity.WebPage("/machines", "/machines"));
        assertThat(activity.lastViewed()).isEqualTo(new WebsiteActivity.WebPage("/machines", "/machines"));
        assertThat(activity.days().on(LocalDate.of(2026, 3, 2)))
                .isEqualTo(Map.of(WebsiteEvent.PAGE_VIEW, 2L, WebsiteEvent.ITEM_ADDED, 1L));
        assertThat(session.run(AccountView.of(account)).website()).isEqualTo(activity.totals());
    }

    @Test
    void anEventThatIsToldTwiceCountsOnce() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebCustomer ada = ada(session, website, "1");
        Told first = told("a", "id=1", WebsiteEvent.PAGE_VIEW, "/", NOON)
                .identifiedBy("e1")
                .ofCampaign("spring");
        Told second = told("a", "id=1", WebsiteEvent.PAGE_VIEW, "/", NOON.plusSeconds(1))
                .identifiedBy("E1");
        Told nameless = told("a", "id=1", WebsiteEvent.PAGE_VIEW, "/", NOON);
        WebsiteIntake intake = new WebsiteIntake(session);
        intake.take(List.of(first, first, nameless));
        intake.take(List.of(first, second));
        assertThat(session.run(WebsiteActivity.of(account(session, ada)))
                        .totals()
                        .pageViews())
                .isEqualTo(3);
        assertThat(session.select(WebsiteEvent.TYPE)
                        .where(WebsiteEvent.CAMPAIGN.is("spring"))
                        .list())
                .hasSize(1);
    }

    @Test
    void whoTakesInTheSameEventsAtOnceAndAgainLosesNone() throws Exception {
        Session session = session();
        website(session);
        for (int round = 0; round < 8; round++) {
            String visitor = "cookie " + round;
            List<Told> events = IntStream.range(0, 5)
                    .mapToObj(i -> told(visitor, null, WebsiteEvent.PAGE_VIEW, "/", NOON.minusSeconds(i))
                            .identifiedBy(visitor + i))
                    .toList();
            assertThat(AtOnce.race(Collections.nCopies(3, () -> takenAtLast(session, events))))
                    .containsOnly(true);
        }
        assertThat(session.select(WebsiteEvent.TYPE).count()).isEqualTo(40);
        assertThat(session.select(WebsiteVisit.TYPE).count()).isEqualTo(8);
    }

    private static boolean takenAtLast(Session session, List<Told> events) {
        while (true) {
            try {
                new WebsiteIntake(session).take(events);
                return true;
            } catch (DuplicateRecordException | StaleRecordException again) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aTimeThatCanNotBeKeptIsRefused() {
        Session session = session();
        website(session);
        assertThatThrownBy(() -> new WebsiteIntake(session)
                        .take(List.of(told("a", null, WebsiteEvent.PAGE_VIEW, "/", Instant.MAX))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("outside of the years 1 to 9999");
    }

    @Test
    void daysAreThoseOfAZoneAndTheChartTellsTheChannel() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebCustomer ada = ada(session, website, "1");
        Instant late = Instant.parse("2026-03-02T23:30:00Z");
        new WebsiteIntake(session)
                .take(List.of(
                        told("a", "id=1", WebsiteEvent.PAGE_VIEW, "/", late),
                        told("a", "id=1", WebsiteEvent.LOGIN, "/", late)));
        WebsiteActivity activity = WebsiteActivity.of(account(session, ada));
        assertThat(session.run(activity).days().counts()).containsOnlyKeys(LocalDate.of(2026, 3, 2));
        WebsiteActivity.Result berlin = session.run(activity.in(ZoneId.of("Europe/Berlin")));
        assertThat(berlin.days().on(LocalDate.of(2026, 3, 3)))
                .isEqualTo(Map.of(WebsiteEvent.PAGE_VIEW, 1L, WebsiteEvent.LOGIN, 1L));
        assertThat(berlin.chart().on(LocalDate.of(2026, 3, 3))).isEqualTo(Map.of("Shop - visit", 1L));
    }

    @Test
    void eventsAreAboutOrdersCartsAndCustomers() {
        Session session = session();
        TrackedWebsite website = website(session);
        WebCustomer ada = ada(session, website, "1");
        WebCustomer twin = ada(session, website, "2");
        WebOrder order = session.save(new WebOrder("100001", ada, "pending").addItem(item("Engine", "120")));
        session.save(new WebOrder("100002", twin, "pending").addItem(item("Engine", "75")));
        Cart cart = session.save(new Cart(ada).addItem(new CartItem("Card", BigDecimal.ONE, Money.of("40.5", "USD"))));
        new WebsiteIntake(session)
                .take(List.of(
                        about(WebsiteEvent.ORDER_PLACED, "100001"),
                        about(WebsiteEvent.ORDER_PLACED, "999"),
                        about(WebsiteEvent.ORDER_SUCCEEDED, "120.00"),
                        about(WebsiteEvent.ORDER_SUCCEEDED, "75"),
                        about(WebsiteEvent.CHECKOUT, "40.50"),
                        about(WebsiteEvent.CHECKOUT, "much"),
                        about(WebsiteEvent.CHECKOUT, "1e999999999"),
                        about(WebsiteEvent.ORDER_SUCCEEDED, "1e-999999999"),
                        about(WebsiteEvent.LOGOUT, "1")));
        Map<String, CrmRecord> found = new HashMap<>();
        List<WebsiteEvent> events = session.select(WebsiteEvent.TYPE).list();
        Map<UUID, CrmRecord> subjects = session.run(EventSubjects.of(events));
        events.forEach(event -> Optional.ofNullable(subjects.get(event.getId()))
                .ifPresent(record -> found.put(event.getName() + " " + event.getValue(), record)));
        assertThat(found)
                .isEqualTo(Map.of(
                        "order placed 100001", order,
                        "order successfully placed 120.00", order,
                        "user entered checkout 40.50", cart,
                        "user logged out 1", ada));
    }

    private static Told about(String name, String value) {
        return new Told("shop", "a", "id=1", name, value, null, null, NOON);
    }

    private static OrderItem item(String name, String price) {
        return new OrderItem(name, BigDecimal.ONE, Money.of(price, "USD"));
    }

    @Test
    void aWebsiteThatIsNotThereIsRefusedByName() {
        Session session = session();
        assertThatThrownBy(() ->
                        new WebsiteIntake(session).take(List.of(told("a", null, WebsiteEvent.PAGE_VIEW, "/", NOON))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no tracked website is called [shop]");
        assertThat(session.select(WebsiteVisit.TYPE).count()).isZero();
    }
}
