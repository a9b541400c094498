package org.clientele.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.contact.ContactGroup;
import org.clientele.model.CrmRecord;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.World.Owner;

class WorldsTest {

    /** How a host adds a type of its own. */
    record AddGroup(Owner owner) implements Step {
        @Override
        public void build(World world) {
            world.add(new ContactGroup(world.name(ContactGroup.TYPE)), owner);
        }
    }

    private static Crm crm() {
        return Crm.open(config -> config.entity(Partner.TYPE, Visit.TYPE));
    }

    @Property(tries = 30)
    void everyWorldIsValid(@ForAll("worlds") Blueprint blueprint) {
        World world = blueprint.build(crm());
        for (CrmRecord record : world.made()) {
            assertThat(record.isNew()).isFalse();
        }
        assertThat(world.sessions()).isNotEmpty();
    }

    @Example
    void worldsHaveEverythingInThem() {
        Set<String> types = new HashSet<>();
        Worlds.with(groups()).sampleStream().limit(40).forEach(blueprint -> {
            World world = blueprint.build(crm());
            world.made()
                    .forEach(record ->
                            types.add(world.crm().schema().typeOf(record).name()));
        });
        assertThat(types)
                .contains("organization", "business unit", "user", "channel", "contact", "contact group", "account")
                .contains("business customer", "partner", "lead", "opportunity", "visit")
                .contains("web customer", "cart", "web order")
                .contains("call", "email", "task", "note", "calendar event", "activity link", "attachment")
                .contains("tracked website", "website visit", "website event", "customer identity", "share");
    }

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.with(groups());
    }

    private static Arbitrary<AddGroup> groups() {
        return Combinators.combine(Worlds.owners(), Worlds.numbers()).as((owner, number) -> new AddGroup(owner));
    }
}
