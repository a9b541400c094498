package org.clientele.testkit.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Ownership;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.Owner;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The laws of owners on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link org.clientele.testkit.access.AccessLaws}.
 */
public abstract class OwnerLaws extends UnitTreeExamples {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Worlds.numbers();
    }

    /** What is stored, told without the engine's words: each record, its owner, its organization and its other values. */
    private record Told(
            EntityType<?> type,
            @Nullable UUID owner,
            @Nullable UUID organization,
            Map<String, Object> others) {

        static <R extends CrmRecord> Told of(EntityType<R> type, R record) {
            Ownership<? super R> by = type.ownership().orElse(null);
            Map<String, Object> others = new HashMap<>();
            for (org.clientele.property.Property<? super R, ?> property : type.properties()) {
                boolean told = by != null && (property == by.owner() || property == by.organization());
                if (!told && !property.has(Traits.Calculated.class)) {
                    others.put(property.name(), Objects.toString(property.get(record)));
                }
            }
            return new Told(
                    type,
                    by == null ? null : id(by.owner(), record),
                    by == null ? null : id(by.organization(), record),
                    others);
        }

        private static <R> @Nullable UUID id(ReferenceProperty<R, ?> property, R record) {
            Ref<?> ref = property.get(record);
            return ref == null ? null : ref.id();
        }

        boolean isOwnedBy(CrmRecord other) {
            return other.getId().equals(owner);
        }

        Told ownedBy(CrmRecord other) {
            return new Told(type, other.getId(), other instanceof Organization ? other.getId() : organization, others);
        }
    }

    private record Stand(RecordStore store, World world) {

        static Stand of(Blueprint blueprint, RecordStore store) {
            return new Stand(
                    store, blueprint.build(Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE))));
        }

        Session system() {
            return world.crm().asSystem();
        }

        Map<UUID, Told> told() {
            Map<UUID, Told> told = new HashMap<>();
            for (EntityType<?> type : world.crm().schema().types()) {
                if (!type.isAbstract() && type != JournalEntry.TYPE) {
                    tell(type, told);
                }
            }
            return told;
        }

        private <R extends CrmRecord> void tell(EntityType<R> type, Map<UUID, Told> told) {
            system().select(type).list().forEach(record -> told.put(record.getId(), Told.of(type, record)));
        }

        int changeSets() {
            return store.inTransaction(records -> new Journal(records).all()).size();
        }
    }

    @Property(tries = 15)
    void afterAHandOverTheOtherOwnsAllTheRestIsAsBeforeAndTheFormerOwnerCanGo(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("numbers") int from,
            @ForAll("numbers") int to,
            @ForAll boolean joins) {
        Stand stand = Stand.of(blueprint, newStore());
        World world = stand.world;
        User taking = world.pick(User.TYPE, to).orElseThrow();
        taking.setEnabled(true);
        if (joins) {
            taking.setOrganizations(world.made(Organization.TYPE).stream()
                    .<Ref<Organization>>map(Ref::to)
                    .collect(Collectors.toSet()));
        }
        User saved = stand.system().save(taking);
        checkHandOver(stand, world.pick(User.TYPE, from).orElseThrow(), saved, true);
        world.pick(BusinessUnit.TYPE, from)
                .ifPresent(unit -> checkHandOver(
                        stand, unit, world.pick(BusinessUnit.TYPE, to).orElseThrow(), true));
        checkHandOver(
                stand,
                world.pick(Organization.TYPE, from).orElseThrow(),
                world.pick(Organization.TYPE, to).orElseThrow(),
                false);
    }

    private static <O extends CrmRecord & Owner<O>> void checkHandOver(Stand stand, O from, O to, boolean goes) {
        Map<UUID, Told> before = stand.told();
        int changeSets = stand.changeSets();
        boolean fits = !from.equals(to)
                && before.values().stream()
                        .filter(told -> told.isOwnedBy(from) && !(from instanceof Organization))
                        .allMatch(told -> to.belongsTo(Objects.requireNonNull(told.organization)));
        if (!fits) {
            assertThatThrownBy(() -> stand.system().handOver(from, to)).isInstanceOf(InvalidRecordException.class);
            assertThat(stand.told()).isEqualTo(before);
            assertThat(stand.changeSets()).isEqualTo(changeSets);
            return;
        }
        Map<UUID, Told> expected = new HashMap<>(before);
        expected.replaceAll((id, told) -> told.isOwnedBy(from) ? told.ownedBy(to) : told);
        Map<EntityType<?>, Long> counts = before.values().stream()
                .filter(told -> told.isOwnedBy(from))
                .collect(Collectors.groupingBy(Told::type, Collectors.counting()));
        assertThat(stand.system().handOver(from, to).counts()).isEqualTo(counts);
        assertThat(stand.told()).isEqualTo(expected);
        assertThat(stand.changeSets()).isEqualTo(changeSets + (counts.isEmpty() ? 0 : 1));
        if (goes) {
            stand.system().delete(stand.system().get(stand.world.crm().schema().typeOf(from), from.getId()));
            assertThat(stand.told()).doesNotContainKey(from.getId());
        }
    }

    @Property(tries = 8)
    void whoOwnsAnythingIsNeverDeleted(@ForAll("worlds") Blueprint blueprint) {
        Stand stand = Stand.of(blueprint, newStore());
        Map<UUID, Told> before = stand.told();
        Set<UUID> owning = before.values().stream()
                .map(Told::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<CrmRecord> owners = new ArrayList<>(stand.world.made(User.TYPE));
        owners.addAll(stand.world.made(BusinessUnit.TYPE));
        owners.addAll(stand.world.made(Organization.TYPE));
        for (CrmRecord owner : owners) {
            if (owning.contains(owner.getId())) {
                assertThatThrownBy(() -> stand.system().delete(owner)).isInstanceOf(InvalidRecordException.class);
                assertThatThrownBy(() -> stand.system().deleteCascading(owner))
                        .isInstanceOf(InvalidRecordException.class);
            }
        }
        assertThat(stand.told()).isEqualTo(before);
    }
}
