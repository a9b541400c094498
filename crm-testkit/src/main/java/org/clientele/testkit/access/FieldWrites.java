package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Permission;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.Carried;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.sales.Opportunity;
import org.clientele.store.Write;
import org.clientele.testkit.world.Blueprint;
import org.jspecify.annotations.Nullable;

/** That what is hidden is never lost and what is not to be changed never changes. */
abstract class FieldWrites extends FieldReads {

    private static final Set<org.clientele.property.Property<?, ?>> FILLED =
            Set.of(Opportunity.CLOSE_REVENUE, Opportunity.BASE_BUDGET, Opportunity.BASE_CLOSE_REVENUE);

    @Property(tries = 6)
    void savingBackWhatWasReadChangesNothing(@ForAll("worlds") Blueprint blueprint, @ForAll("limits") Limits limits) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        Session system = stage.world().crm().asSystem();
        Schema schema = stage.world().crm().schema();
        for (Session session : stage.world().sessions()) {
            for (EntityType<?> type : TYPES) {
                checkSavingBack(session, type, system, schema);
            }
        }
    }

    private static <R extends CrmRecord> void checkSavingBack(
            Session session, EntityType<R> type, Session system, Schema schema) {
        List<Map<String, @Nullable Object>> before = values(system.select(type).list(), schema);
        List<R> read = session.select(type).list();
        assertThat(values(session.saveAll(read), schema)).isEqualTo(values(read, schema));
        assertThat(values(system.select(type).list(), schema)).isEqualTo(before);
    }

    @Property(tries = 6)
    void aPropertyIsChangedExactlyWhereItIsShownAndEditReachesIt(
            @ForAll("worlds") Blueprint blueprint, @ForAll("limits") Limits limits) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        for (Session session : stage.world().sessions()) {
            Sight sight = stage.sight(session);
            for (CrmRecord record : stage.world().made()) {
                checkChanges(stage, session, sight, record);
            }
        }
    }

    private static <R extends CrmRecord> void checkChanges(Stage stage, Session session, Sight sight, R made) {
        EntityType<R> type = stage.world().crm().schema().typeOf(made);
        R record = sight.stored(type, made.getId());
        boolean edit = sight.permits(Permission.EDIT, type, record);
        Set<String> hidden = sight.hidden(record);
        Set<String> unreached = sight.unreached(Permission.EDIT, type, record);
        R other = stage.world()
                .pick(type, stage.world().made(type).indexOf(made) + 1)
                .orElseThrow();
        for (org.clientele.property.Property<? super R, ?> property : sight.properties(type)) {
            R changed = type.copy(record);
            property.copy(other, changed);
            boolean same = Objects.equals(property.get(record), property.get(changed));
            boolean kept = hidden.contains(property.name()) && isEmpty(property, type, changed);
            if (!same && !kept && !hasRulesOfItsOwn(type, property)) {
                boolean leaves = type.wholes().contains(property) && !sight.permits(Permission.EDIT, type, changed);
                boolean denied =
                        !edit || leaves || hidden.contains(property.name()) || unreached.contains(property.name());
                Write<R> write = new Write.Update<>(type, record, changed);
                assertThat(SessionLaws.isDenied(session, write))
                        .as("%s changes %s of %s", session.actor(), property, record)
                        .isEqualTo(denied);
            }
        }
    }

    /** ASSIGN speaks of owners and of what rights hang on; what is pointed to may have to be seen; what is calculated, carried or filled in comes back by itself. */
    private static boolean hasRulesOfItsOwn(EntityType<?> type, org.clientele.property.Property<?, ?> property) {
        return type.ownership().filter(by -> by.isKeptIn(property)).isPresent()
                || property.has(Traits.BearsRights.class)
                || property.has(Traits.MustBeSeen.class)
                || property.has(Traits.Calculated.class)
                || SessionLaws.follows(type, property)
                || property.trait(Carried.class).isPresent()
                || FILLED.contains(property);
    }

    private static <R extends CrmRecord, V> boolean isEmpty(
            org.clientele.property.Property<? super R, V> property, EntityType<R> type, R record) {
        R blank = type.newRecord();
        property.set(blank, null);
        return Objects.equals(property.get(blank), property.get(record));
    }

    @Property(tries = 6)
    void aPropertyIsGivenExactlyWhereCreateReachesIt(
            @ForAll("worlds") Blueprint blueprint, @ForAll("limits") Limits limits) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        for (Session session : stage.world().sessions()) {
            Sight sight = stage.sight(session);
            for (CrmRecord record : stage.world().made()) {
                if (record instanceof UserOwned owned && owned.getOwner() != null) {
                    checkCreation(stage, session, sight, record);
                }
            }
        }
    }

    private static <R extends CrmRecord> void checkCreation(Stage stage, Session session, Sight sight, R made) {
        EntityType<R> type = stage.world().crm().schema().typeOf(made);
        R record = type.newRecord();
        type.copyValues(sight.stored(type, made.getId()), record);
        R empty = type.newRecord();
        Set<String> unreached = sight.unreached(Permission.CREATE, type, record);
        boolean gives = sight.properties(type).stream()
                .anyMatch(property -> unreached.contains(property.name())
                        && !Objects.equals(property.get(record), property.get(empty)));
        boolean create = sight.permits(Permission.CREATE, type, record);
        assertThat(SessionLaws.isDenied(session, new Write.Insert<>(type, record)) || isIdle(stage, record))
                .isEqualTo(!create || gives || isIdle(stage, record));
    }

    /** Whether the owner works elsewhere, which is denied whatever the rules for properties say. */
    private static boolean isIdle(Stage stage, CrmRecord record) {
        UserOwned owned = (UserOwned) record;
        return owned.getOwner() != null
                && stage.world()
                        .crm()
                        .asSystem()
                        .find(User.TYPE, owned.getOwner())
                        .filter(user -> owned.getOrganization() != null
                                && user.isEnabled()
                                && user.getOrganizations().contains(owned.getOrganization()))
                        .isEmpty();
    }

    @Property(tries = 6)
    void aDeniedChangeWritesNothing(@ForAll("worlds") Blueprint blueprint, @ForAll("limits") Limits limits) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        Session system = stage.world().crm().asSystem();
        Schema schema = stage.world().crm().schema();
        for (Session session : stage.world().sessions()) {
            Sight sight = stage.sight(session);
            for (EntityType<?> type : TYPES) {
                checkDenied(session, type, sight, system, schema);
            }
        }
    }

    /** All records are changed in all properties that must not be, each together with what may be. */
    private static <R extends CrmRecord> void checkDenied(
            Session session, EntityType<R> type, Sight sight, Session system, Schema schema) {
        List<Map<String, @Nullable Object>> before = values(system.select(type).list(), schema);
        for (R read : session.select(type).list()) {
            R stored = sight.stored(type, read.getId());
            EntityType<R> own = schema.typeOf(read);
            Set<String> kept = sight.hidden(stored);
            kept.addAll(sight.unreached(Permission.EDIT, own, stored));
            R changed = own.copy(read);
            for (org.clientele.property.Property<? super R, ?> property : schema.properties(own)) {
                if (kept.contains(property.name()) && property instanceof TextProperty<?> text) {
                    set(text, changed);
                    assertThatThrownBy(() -> session.save(changed)).isInstanceOf(AccessDeniedException.class);
                }
            }
        }
        assertThat(values(system.select(type).list(), schema)).isEqualTo(before);
    }

    @SuppressWarnings("unchecked") // the property is one of the record's
    private static void set(TextProperty<?> text, CrmRecord record) {
        ((TextProperty<CrmRecord>) text).set(record, "changed");
    }
}
