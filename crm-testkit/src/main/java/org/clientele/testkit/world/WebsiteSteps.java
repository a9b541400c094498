package org.clientele.testkit.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.channel.Channel;
import org.clientele.magento.WebCustomer;
import org.clientele.testkit.world.World.Owner;
import org.clientele.website.Told;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteIntake;
import org.clientele.website.WebsiteVisit;
import org.jspecify.annotations.Nullable;

/** Steps that watch websites and what visitors do there. */
final class WebsiteSteps {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** The names of events that no other text has in it. */
    private static final List<String> EVENTS =
            List.of(WebsiteEvent.ITEM_ADDED, WebsiteEvent.CHECKOUT, WebsiteEvent.LOGIN, "video watched");

    private WebsiteSteps() {}

    record AddWebsite(int channel, Owner owner) implements Step {
        @Override
        public void build(World world) {
            String name = world.name(TrackedWebsite.TYPE);
            world.pick(Channel.TYPE, channel)
                    .ifPresent(home -> world.add(new TrackedWebsite(name, "site " + name, home), owner));
        }
    }

    /** One visitor does some things on a website, as a guest or as one of the web customers, who may be one of its channel. */
    record AddEvents(int website, int visitor, @Nullable Integer customer, List<Integer> events) implements Step {
        @Override
        public void build(World world) {
            world.pick(TrackedWebsite.TYPE, website).ifPresent(site -> {
                List<Told> told = new ArrayList<>();
                for (int event : events) {
                    told.add(told(String.valueOf(site.getIdentifier()), event, user(world)));
                }
                new WebsiteIntake(world.transactions()).take(told);
                world.takeIn(WebsiteVisit.TYPE);
                world.takeIn(WebsiteEvent.TYPE);
            });
        }

        private @Nullable String user(World world) {
            return customer == null
                    ? null
                    : world.pick(WebCustomer.TYPE, customer)
                            .map(found -> "id=" + found.getOriginId())
                            .orElse(null);
        }

        private Told told(String site, int event, @Nullable String user) {
            String name = EVENTS.get(Math.floorMod(event, EVENTS.size()));
            return new Told(site, "cookie " + visitor, user, name, null, null, null, NOON.plusSeconds(event));
        }
    }

    static Arbitrary<AddWebsite> websites() {
        return Combinators.combine(Worlds.numbers(), Worlds.owners()).as(AddWebsite::new);
    }

    static Arbitrary<AddEvents> events() {
        return Combinators.combine(
                        Worlds.numbers(),
                        Worlds.numbers(),
                        Worlds.numbers().injectNull(0.3),
                        Arbitraries.integers()
                                .between(0, 90)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as(AddEvents::new);
    }
}
