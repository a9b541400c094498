package org.clientele.testkit.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.journal.Journal;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.clientele.store.RecordStore;
import org.clientele.sync.Connection;
import org.clientele.sync.ConnectorLayout;
import org.clientele.sync.SyncReport;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A CRM in which visits and partners, types of a host, are synchronised with hostile remotes. */
final class SyncWorld {

    static final List<Property<? super Visit, ?>> VISIT = List.of(Visit.SUBJECT, Visit.MINUTES, Visit.FOLLOWS);
    private static final int MOST_RUNS = 400;

    final RecordStore store;
    final Crm crm;
    final User olga;
    final Channel channel;

    SyncWorld(RecordStore store) {
        this.store = store;
        crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE)
                        .access(RolePolicy.of(Role.administrator("administrator"))));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
        channel = crm.as(olga).save(new Channel("Partners", ChannelType.CUSTOM).addEntity("partner"));
    }

    Connection visits(HostileRemote<Visit> remote, Consumer<ConnectorLayout<Visit>> further) {
        return Connection.named(
                "field",
                connection -> connection.connector("visits", Visit.TYPE, remote, layout -> {
                    layout.properties(Visit.SUBJECT, Visit.MINUTES)
                            .reference(Visit.FOLLOWS, "visits")
                            .creating(this::own);
                    further.accept(layout);
                }));
    }

    Connection partners(HostileRemote<Partner> remote, Consumer<ConnectorLayout<Partner>> further) {
        return Connection.named(
                "partners",
                connection -> connection.connector("partners", Partner.TYPE, remote, layout -> {
                    layout.properties(Partner.NAME, Partner.LEVEL, Partner.PROGRAMS)
                            .creating(this::own);
                    further.accept(layout);
                }));
    }

    void own(Visit visit) {
        visit.setOwner(Ref.to(olga));
        visit.setOrganization(olga.getOrganization());
    }

    private void own(Partner partner) {
        partner.setOwner(Ref.to(olga));
        partner.setOrganization(olga.getOrganization());
        partner.setChannel(Ref.to(channel));
    }

    /** Runs until a run completes. */
    SyncReport complete(Connection connection) {
        for (int runs = 0; runs < MOST_RUNS; runs++) {
            SyncReport report = crm.asSystem().synchronisation(connection).run();
            if (report.isCompleted()) {
                return report;
            }
        }
        throw new AssertionError("no run of " + connection.name() + " completed");
    }

    long changeSets() {
        return store.inTransaction(records -> new Journal(records).all().size());
    }

    /** The visits by what the remote knows them by: the subject that tells that, as remotes of visits have it. */
    Map<String, Map<String, @Nullable String>> visits() {
        List<Visit> all = crm.asSystem().select(Visit.TYPE).list();
        Map<UUID, String> names = all.stream().collect(Collectors.toMap(Visit::getId, SyncWorld::externalId));
        Map<String, Map<String, @Nullable String>> here = new TreeMap<>();
        for (Visit visit : all) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            values.put(Visit.SUBJECT.name(), visit.getSubject());
            values.put(Visit.MINUTES.name(), visit.getMinutes() == null ? null : String.valueOf(visit.getMinutes()));
            Ref<Visit> follows = visit.getFollows();
            values.put(Visit.FOLLOWS.name(), follows == null ? null : names.get(follows.id()));
            if (here.put(externalId(visit), values) != null) {
                throw new AssertionError("two visits are " + externalId(visit) + ": " + all);
            }
        }
        return here;
    }

    /** The first word of the subject. */
    static String externalId(Visit visit) {
        String subject = String.valueOf(visit.getSubject());
        return subject.substring(0, subject.indexOf(' '));
    }

    /** The same of a remote. */
    static Map<String, Map<String, @Nullable String>> visits(HostileRemote<Visit> remote) {
        Map<String, Map<String, @Nullable String>> there = new TreeMap<>();
        remote.rows().forEach((id, values) -> {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            VISIT.forEach(property -> row.put(property.name(), values.get(property.name())));
            there.put(id, row);
        });
        return there;
    }
}
