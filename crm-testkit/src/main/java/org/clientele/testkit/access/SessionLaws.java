package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Permission;
import org.clientele.access.RightsByWhole;
import org.clientele.access.RolePolicy;
import org.clientele.activity.Activity;
import org.clientele.activity.Note;
import org.clientele.customer.Customer;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Ownership;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** That writes are denied exactly when the policy says so. */
abstract class SessionLaws extends LeakLaws {

    /** A CRM with generated records, the policy that guards it and the store below it. */
    private record Guarded(RecordStore store, RolePolicy policy, World world) {

        boolean allows(Session session, Permission permission, Write<?> about) {
            return store.inTransaction(records -> decides(session, permission, about, records));
        }

        private <R extends CrmRecord> boolean decides(
                Session session, Permission permission, Write<R> about, Records records) {
            return new RightsByWhole(
                            rights(policy, session.actor()), world.crm().schema())
                    .permits(permission, about.type(), about.record(), records);
        }
    }

    @Property(tries = 10)
    void writesAreDeniedExactlyWhenThePolicySaysSo(
            @ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules) {
        RecordStore store = newStore();
        Guarded stage = new Guarded(store, policy(rules), blueprint.build(open(store, policy(rules))));
        for (Session session : stage.world.sessions()) {
            for (CrmRecord record : stage.world.made()) {
                checkWrites(stage, session, record);
            }
        }
    }

    private static <R extends CrmRecord> void checkWrites(Guarded stage, Session session, R record) {
        EntityType<R> type = stage.world.crm().schema().typeOf(record);
        Write<R> delete = new Write.Delete<>(type, record);
        assertThat(isDenied(session, delete)).isEqualTo(!stage.allows(session, Permission.DELETE, delete));
        boolean edit = stage.allows(session, Permission.EDIT, delete);
        text(type).ifPresent(text -> {
            R changed = type.copy(record);
            text.set(changed, text.get(record) + "x");
            assertThat(isDenied(session, new Write.Update<>(type, record, changed)))
                    .isEqualTo(!edit);
        });
        type.ownership()
                .filter(ownership -> ownership.kind() == Ownership.Kind.USER)
                .ifPresent(ownership -> checkOwners(stage, session, record, ownership, edit));
    }

    /** A text that a user enters; links of activities have none. */
    @SuppressWarnings("unchecked") // the property is one of the type's
    private static <R extends CrmRecord> Optional<TextProperty<R>> text(EntityType<R> type) {
        return type.properties().stream()
                .filter(property -> property instanceof TextProperty<?>)
                .filter(property -> !property.has(Traits.Unique.class) && !property.has(Traits.Calculated.class))
                .filter(property -> !follows(type, property))
                .map(property -> (TextProperty<R>) property)
                .findFirst();
    }

    /**
     * Whether the property is what it is whatever it is set to: the name of a web customer follows from the person's names, the
     * subject of a note from what it says.
     */
    static boolean follows(EntityType<?> type, org.clientele.property.Property<?, ?> property) {
        return (type.is(WebCustomer.TYPE) && property == Customer.NAME)
                || (type.is(Note.TYPE) && property == Activity.SUBJECT);
    }

    /** Whether the actor may view what one must see to point to it. */
    private static <R extends CrmRecord> boolean sees(Guarded stage, Session session, R record) {
        EntityType<R> type = stage.world.crm().schema().typeOf(record);
        return type.properties().stream()
                .filter(property -> property.has(Traits.MustBeSeen.class))
                .map(property -> property.get(record))
                .allMatch(target -> target instanceof AnyRef ref && sees(stage, session, ref));
    }

    private static boolean sees(Guarded stage, Session session, AnyRef ref) {
        return stage.world.made().stream()
                .filter(record -> record.getId().equals(ref.id()))
                .allMatch(record -> mayView(stage, session, record));
    }

    private static <R extends CrmRecord> boolean mayView(Guarded stage, Session session, R record) {
        EntityType<R> type = stage.world.crm().schema().typeOf(record);
        return stage.allows(session, Permission.VIEW, new Write.Delete<>(type, record));
    }

    @SuppressWarnings("unchecked") // the owner of such a type is a user
    private static <R extends CrmRecord> void checkOwners(
            Guarded stage, Session session, R record, Ownership<? super R> ownership, boolean edit) {
        EntityType<R> type = stage.world.crm().schema().typeOf(record);
        ReferenceProperty<R, User> owner = (ReferenceProperty<R, User>) ownership.owner();
        for (User other : stage.world.made(User.TYPE)) {
            R given = type.copy(record);
            owner.set(given, Ref.to(other));
            boolean works = works(other, ownership.organization().get(given));
            if (!Ref.to(other).equals(owner.get(record))) {
                Write<R> assignment = new Write.Update<>(type, record, given);
                boolean assign = stage.allows(session, Permission.ASSIGN, new Write.Delete<>(type, record))
                        && stage.allows(session, Permission.ASSIGN, assignment);
                assertThat(isDenied(session, assignment)).isEqualTo(!edit || !assign || !works);
            }
            R fresh = type.newRecord();
            type.copyValues(given, fresh);
            Write<R> creation = new Write.Insert<>(type, fresh);
            assertThat(isDenied(session, creation))
                    .isEqualTo(!stage.allows(session, Permission.CREATE, creation)
                            || !works
                            || !sees(stage, session, record));
        }
    }

    /** Nobody is given a record of an organization without working in it. */
    private static boolean works(User user, @Nullable Ref<?> organization) {
        return organization == null
                || (user.isEnabled() && user.getOrganizations().contains(organization));
    }

    /** Whether the access policy stands against the write; nothing is kept of it. */
    static boolean isDenied(Session session, Write<?> write) {
        return session.rehearse("try", transaction -> {
            try {
                transaction.write(List.of(write));
                return false;
            } catch (AccessDeniedException denied) {
                return true;
            } catch (InvalidRecordException allowed) {
                return false;
            }
        });
    }
}
