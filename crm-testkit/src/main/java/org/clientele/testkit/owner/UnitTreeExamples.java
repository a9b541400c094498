package org.clientele.testkit.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Trees of business units: what is refused at the door, and what of it is there all the same does no harm. */
abstract class UnitTreeExamples extends HandOverExamples {

    private static final int DEEP = 10_000;

    private static final String BELOW_ITSELF = "stands below itself";
    private static final String ELSEWHERE = "has a parent in another organization; choose one of its own, or none";

    /** Stores units by the store itself, whatever is wrong with them. */
    private static void put(Stage stage, List<BusinessUnit> units) {
        List<Write<?>> writes = new ArrayList<>();
        units.forEach(unit -> writes.add(
                unit.isNew()
                        ? new Write.Insert<>(BusinessUnit.TYPE, unit)
                        : new Write.Update<>(BusinessUnit.TYPE, unit, unit)));
        units.forEach(unit -> {
            BusinessUnit.CREATED_AT.set(unit, Instant.EPOCH);
            BusinessUnit.UPDATED_AT.set(unit, Instant.EPOCH);
        });
        stage.store.inTransaction(records -> records.write(writes));
    }

    private static BusinessUnit below(Stage stage, String name, UUID parent) {
        BusinessUnit unit = new BusinessUnit(name, stage.acme);
        unit.setParent(new Ref<>(parent));
        return unit;
    }

    private static User member(Stage stage, BusinessUnit unit) {
        User ivan = stage.system.get(User.TYPE, stage.ivan.getId());
        ivan.setBusinessUnits(Set.of(Ref.to(unit)));
        return stage.system.save(ivan);
    }

    @Test
    void unitsThatStandBelowEachOtherAreRefusedInOneBatchToo() {
        Stage stage = new Stage(newStore());
        BusinessUnit first = new BusinessUnit("First", stage.acme);
        BusinessUnit second = new BusinessUnit("Second", first);
        first.setParent(Ref.to(second));
        assertThatThrownBy(() -> stage.system.saveAll(List.of(first, second)))
                .hasMessageContaining("business unit First: " + BELOW_ITSELF)
                .hasMessageContaining("business unit Second: " + BELOW_ITSELF);
        BusinessUnit own = new BusinessUnit("Own", stage.acme);
        own.setParent(Ref.to(own));
        assertThatThrownBy(() -> stage.system.save(own)).hasMessageContaining(BELOW_ITSELF);
    }

    @Test
    void aCircleThatOnlyABatchClosesIsRefusedAndTurningATreeOverIsNot() {
        Stage stage = new Stage(newStore());
        BusinessUnit top = stage.unit("Top");
        BusinessUnit middle = stage.system.save(new BusinessUnit("Middle", top));
        BusinessUnit other = stage.unit("Other");
        top.setParent(Ref.to(other));
        other.setParent(Ref.to(middle));
        assertThatThrownBy(() -> stage.system.saveAll(List.of(top, other))).hasMessageContaining(BELOW_ITSELF);
        top.setParent(Ref.to(middle));
        middle.setParent(null);
        stage.system.saveAll(List.of(top, middle));
        assertThat(stage.system.get(BusinessUnit.TYPE, top.getId()).getParent()).isEqualTo(Ref.to(middle));
    }

    @Test
    void aParentIsInTheSameOrganization() {
        Stage stage = new Stage(newStore());
        Organization beta = stage.system.save(new Organization("Beta"));
        BusinessUnit sales = stage.unit("Sales");
        BusinessUnit foreign = new BusinessUnit("Foreign", beta);
        foreign.setParent(Ref.to(sales));
        assertThatThrownBy(() -> stage.system.save(foreign)).hasMessage("business unit Foreign: " + ELSEWHERE);
        BusinessUnit service = stage.system.save(new BusinessUnit("Service", sales));
        service.setOrganization(Ref.to(beta));
        assertThatThrownBy(() -> stage.system.save(service)).hasMessage("business unit Service: " + ELSEWHERE);
        sales.setOrganization(Ref.to(beta));
        stage.system.saveAll(List.of(service, sales));
        assertThat(stage.system.get(BusinessUnit.TYPE, service.getId()).getOrganization())
                .isEqualTo(Ref.to(beta));
    }

    @Test
    void aVeryDeepTreeIsWalkedFromTopToBottom() {
        Stage stage = new Stage(newStore());
        List<BusinessUnit> units = new ArrayList<>();
        units.add(new BusinessUnit("Unit 0", stage.acme));
        for (int i = 1; i < DEEP; i++) {
            units.add(new BusinessUnit("Unit " + i, units.get(i - 1)));
        }
        put(stage, units);
        BusinessUnit top = stage.system.get(BusinessUnit.TYPE, units.get(0).getId());
        BusinessUnit bottom = stage.system.save(new BusinessUnit("Bottom", units.get(DEEP - 1)));
        assertThat(stage.crm.as(member(stage, top)).actor().division()).hasSize(DEEP + 1);
        top.setParent(Ref.to(bottom));
        assertThatThrownBy(() -> stage.system.save(top)).hasMessageContaining(BELOW_ITSELF);
    }

    @Test
    void aTreeThatSomebodyBrokeHangsNothing() {
        Stage stage = new Stage(newStore());
        BusinessUnit first = stage.unit("First");
        BusinessUnit second = stage.system.save(new BusinessUnit("Second", first));
        BusinessUnit third = stage.system.save(new BusinessUnit("Third", second));
        BusinessUnit own = stage.unit("Own");
        first.setParent(Ref.to(third));
        own.setParent(Ref.to(own));
        put(stage, List.of(first, own));
        BusinessUnit orphan = below(stage, "Orphan", new UUID(7, 7));
        Organization beta = stage.system.save(new Organization("Beta"));
        BusinessUnit stray = new BusinessUnit("Stray", beta);
        stray.setParent(Ref.to(second));
        put(stage, List.of(orphan, stray));
        assertThat(stage.crm.as(member(stage, second)).actor().division())
                .containsExactlyInAnyOrder(Ref.to(first), Ref.to(second), Ref.to(third));
        assertThat(stage.crm.as(member(stage, own)).actor().division()).containsExactly(Ref.to(own));
        assertThat(stage.crm.as(member(stage, orphan)).actor().division()).containsExactly(Ref.to(orphan));
    }

    @Test
    void aTreeThatSomebodyBrokeIsWorkedWithAndMended() {
        Stage stage = new Stage(newStore());
        BusinessUnit first = stage.unit("First");
        BusinessUnit second = stage.system.save(new BusinessUnit("Second", first));
        first.setParent(Ref.to(second));
        put(stage, List.of(first));
        BusinessUnit third = stage.system.save(new BusinessUnit("Third", second));
        BusinessUnit broken = stage.system.get(BusinessUnit.TYPE, first.getId());
        broken.setName("Broken");
        broken = stage.system.save(broken);
        broken.setParent(Ref.to(third));
        BusinessUnit worse = broken;
        assertThatThrownBy(() -> stage.system.save(worse)).hasMessageContaining(BELOW_ITSELF);
        broken.setParent(null);
        stage.system.save(broken);
        assertThat(stage.crm.as(member(stage, first)).actor().division())
                .containsExactlyInAnyOrder(Ref.to(first), Ref.to(second), Ref.to(third));
    }
}
