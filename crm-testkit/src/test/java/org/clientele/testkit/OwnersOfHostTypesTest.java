package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Ownership;
import org.clientele.model.Schema;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnersOfHostTypesTest {

    /** A record with an ownership of its own making, whose traits would let the owner and the organization go. */
    static class Machine extends CrmRecord {

        static final ReferenceProperty<Machine, User> KEEPER = ReferenceProperty.<Machine, User>of(
                        "keeper", User.class, machine -> machine.keeper, (machine, value) -> machine.keeper = value)
                .with(WhenTargetGoes.GO_ALONG);
        static final ReferenceProperty<Machine, Organization> SITE = ReferenceProperty.<Machine, Organization>of(
                        "site", Organization.class, machine -> machine.site, (machine, value) -> machine.site = value)
                .with(WhenTargetGoes.CLEAR);
        static final EntityType<Machine> TYPE = EntityType.define(
                "machine",
                Machine.class,
                Machine::new,
                type -> type.owned(new Ownership<>(Ownership.Kind.USER, KEEPER, SITE))
                        .named(machine -> "no. 1"));

        private @Nullable Ref<User> keeper;
        private @Nullable Ref<Organization> site;
    }

    /** A type below a type that has records of its own. */
    static final class Press extends Machine {

        static final EntityType<Press> TYPE =
                EntityType.define("press", Press.class, Press::new, type -> type.extending(Machine.TYPE));
    }

    /** A type that says on every save who owns its records. */
    static final class Badge extends CrmRecord {

        static final ReferenceProperty<Badge, User> HOLDER = ReferenceProperty.of(
                "holder", User.class, badge -> badge.holder, (badge, value) -> badge.holder = value);
        static final ReferenceProperty<Badge, Organization> SITE = ReferenceProperty.of(
                "site", Organization.class, badge -> badge.site, (badge, value) -> badge.site = value);
        static final ReferenceProperty<Badge, User> FIRST_HOLDER = ReferenceProperty.of(
                "firstHolder", User.class, badge -> badge.firstHolder, (badge, value) -> badge.firstHolder = value);
        static final EntityType<Badge> TYPE = EntityType.define(
                "badge",
                Badge.class,
                Badge::new,
                type -> type.owned(new Ownership<>(Ownership.Kind.USER, HOLDER, SITE))
                        .properties(FIRST_HOLDER)
                        .named(badge -> "B1")
                        .prepared((badge, situation) -> badge.holder = badge.firstHolder));

        private @Nullable Ref<User> holder;
        private @Nullable Ref<User> firstHolder;
        private @Nullable Ref<Organization> site;
    }

    private final Reading store = new Reading();
    private final Crm crm = Crm.open(store, config -> config.entity(Machine.TYPE, Press.TYPE, Badge.TYPE, Visit.TYPE));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));
    private final User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
    private final User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme));

    private <M extends Machine> M kept(M machine) {
        Machine.KEEPER.set(machine, Ref.to(ivan));
        Machine.SITE.set(machine, Ref.to(acme));
        return system.save(machine);
    }

    @Test
    void theOwnerRefusesWhateverItsTraits() {
        kept(new Machine());
        assertThatThrownBy(() -> system.delete(ivan))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("while machine no. 1 points to it by keeper; hand it over");
        assertThatThrownBy(() -> system.delete(acme))
                .hasMessageContaining("while machine no. 1 points to it by site; delete or re-point it first")
                .hasMessageNotContaining("cascading");
        assertThat(system.select(Machine.TYPE).count()).isEqualTo(1);
    }

    @Test
    void recordsBelowATypeWithRecordsAreCountedAndMovedOnce() {
        Machine machine = kept(new Machine());
        Press press = kept(new Press());
        assertThatThrownBy(() -> system.delete(ivan)).hasMessage("""
                        user ivan: can not be deleted while machine no. 1 points to it by keeper; hand it over with \
                        session.handOver(...), or delete or re-point it first
                        user ivan: can not be deleted while press no. 1 points to it by keeper; hand it over with \
                        session.handOver(...), or delete or re-point it first""");
        assertThat(system.handOver(ivan, olga).counts()).isEqualTo(Map.of(Machine.TYPE, 1L, Press.TYPE, 1L));
        assertThat(system.history(machine)).hasSize(2);
        assertThat(system.history(press)).hasSize(2);
        system.delete(ivan);
    }

    @Test
    void anOwnerThatSavingSetsAgainIsNotSilentlyKept() {
        Badge badge = new Badge();
        Badge.FIRST_HOLDER.set(badge, Ref.to(ivan));
        Badge.SITE.set(badge, Ref.to(acme));
        kept(new Machine());
        system.save(badge);
        assertThatThrownBy(() -> system.handOver(ivan, olga))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(
                        "user ivan: still owns badge B1 after the hand-over, because saving sets the owner; change what"
                                + " sets it");
        assertThat(system.select(Machine.TYPE).where(Machine.KEEPER.is(ivan)).count())
                .isEqualTo(1);
    }

    @Test
    void aTypeWhoseSetGoesAlongIsRefused() {
        ReferenceSetProperty<Crate, Machine> machines = ReferenceSetProperty.<Crate, Machine>of(
                        "machines", Machine.class, crate -> Set.of(), (crate, value) -> {})
                .with(WhenTargetGoes.GO_ALONG);
        EntityType<Crate> type =
                EntityType.define("crate", Crate.class, Crate::new, declared -> declared.properties(machines));
        assertThatThrownBy(() -> Crm.open(config -> config.entity(Machine.TYPE, type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("crate.machines points to many records and can not go along with one of them");
    }

    private static final class Crate extends CrmRecord {}

    @Test
    void aRefusalReadsAFewOfManyRecords() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Visit visit = new Visit("visit " + i);
            visit.setOwner(Ref.to(ivan));
            visit.setOrganization(Ref.to(acme));
            visits.add(visit);
        }
        system.saveAll(visits);
        store.read = 0;
        assertThatThrownBy(() -> system.delete(ivan))
                .hasMessageContaining("while 1000 visits (visit 0, visit 1, visit 2, ...) point to it by owner");
        assertThat(store.read).isBetween(1, 10);
    }

    /** A store that counts the records that it hands out by queries. For one thread. */
    private static final class Reading implements RecordStore {

        private final RecordStore store = new InMemoryStore();
        private int read;

        @Override
        public void open(Schema schema) {
            store.open(schema);
        }

        @Override
        public <T> T inTransaction(Function<Records, T> work) {
            return store.inTransaction(records -> work.apply(new ForwardingRecords(records) {
                @Override
                public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
                    List<R> records = super.select(type, query).toList();
                    read += records.size();
                    return records.stream();
                }
            }));
        }
    }

    @Test
    void whatIsHandedOverToAnotherKindDoesNotCompile() {
        assertThat(Compiled.errors("session.handOver(user, user)")).isEmpty();
        assertThat(Compiled.errors("session.handOver(agent, user)")).isEmpty();
        assertThat(Compiled.errors("session.handOver(unit, unit)")).isEmpty();
        assertThat(Compiled.errors("session.handOver(user, unit)")).isNotEmpty();
        assertThat(Compiled.errors("session.handOver(unit, organization)")).isNotEmpty();
        assertThat(Compiled.errors("session.handOver(account, account)")).isNotEmpty();
    }
}
