package org.clientele.examples.website;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.magento.WebCustomer;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.website.Told;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.WebsiteActivity;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteIntake;
import org.jspecify.annotations.Nullable;

/** Takes in what a shop tells, finds out whose it is when the customer arrives, and shows the activity of the account. */
public final class ShopVisitors {

    private static final Instant EVENING = Instant.parse("2026-03-02T22:30:00Z");

    private final PrintStream out;
    private final Session olga;

    ShopVisitors(RecordStore store, PrintStream out) {
        this.out = out;
        Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        this.olga = crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("administrator")));
    }

    public static void main(String[] arguments) {
        new ShopVisitors(new InMemoryStore(), System.out).work();
    }

    private static Told told(@Nullable String user, String name, String url, int minutes) {
        return new Told("shop", "cookie 7", user, name, null, url, url, EVENING.plusSeconds(60L * minutes))
                .identifiedBy("event " + minutes);
    }

    void work() {
        Channel channel = olga.save(new Channel("Shop", ChannelType.MAGENTO));
        TrackedWebsite shop = olga.save(new TrackedWebsite("Shop", "shop", channel));
        WebsiteIntake intake = new WebsiteIntake(olga);
        List<Told> events = List.of(
                told(null, WebsiteEvent.PAGE_VIEW, "/", 0),
                told(null, WebsiteEvent.PAGE_VIEW, "/cards", 20),
                told("id=12", WebsiteEvent.LOGIN, "/login", 40),
                told("id=12", WebsiteEvent.ITEM_ADDED, "/cards", 50));
        intake.take(events);
        intake.take(events.subList(2, 4)); // the shop got no answer and tells it again

        WebCustomer ada = new WebCustomer("Ada", "Lovelace", "ada@example.org", channel);
        ada.setOriginId("12");
        ada = olga.save(ada);
        out.println("identified: " + intake.identify(shop));

        Account account =
                olga.get(Account.TYPE, Objects.requireNonNull(ada.getAccount()).id());
        WebsiteActivity.Result activity = olga.run(WebsiteActivity.of(account).in(ZoneId.of("Europe/Berlin")));
        out.println("visits: " + activity.totals().visits() + ", page views a visit: "
                + activity.totals().pageViewsPerVisit());
        activity.days().counts().forEach((day, names) -> out.println(day + " " + names));
        activity.chart().counts().forEach((day, names) -> out.println("chart " + day + " " + names));
    }
}
