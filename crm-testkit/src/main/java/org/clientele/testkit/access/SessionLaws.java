package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Permission;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Relation;
import org.clientele.customer.Customer;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Ownership;
import org.clientele.model.Reference;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.report.Tally;
import org.clientele.sales.AccountsByOpportunities;
import org.clientele.sales.Opportunity;
import org.clientele.store.Aggregation;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Transaction;
import org.clientele.store.Write;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** That no call of a session shows or touches what the policy denies. */
abstract class SessionLaws extends SessionExamples {

    private static final int PAGE = 3;

    @Property(tries = 10)
    void noCallShowsWhatViewDenies(@ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules) {
        World world = blueprint.build(open(newStore(), policy(rules)));
        Session system = world.crm().asSystem();
        for (Session session : world.sessions()) {
            session.inTransaction(tx -> {
                for (EntityType<?> type : world.crm().schema().types()) {
                    checkReads(tx, type, system);
                }
                checkReport(tx, system);
                checkRelation(tx, Opportunity.TYPE, Opportunity.ACCOUNT, Account.TYPE);
                checkRelation(tx, Opportunity.TYPE, Opportunity.CUSTOMER, Customer.TYPE);
                checkRelation(tx, Visit.TYPE, Visit.ATTENDEES, Contact.TYPE);
                checkRelation(tx, Account.TYPE, Account.OWNER, User.TYPE);
                checkReferred(tx, Account.TYPE, Opportunity.ACCOUNT, Opportunity.TYPE);
                checkReferred(tx, Contact.TYPE, Account.CONTACTS, Account.TYPE);
                checkReferred(tx, User.TYPE, Account.OWNER, Account.TYPE);
                checkReferred(tx, Account.TYPE, Visit.ABOUT, Visit.TYPE);
            });
        }
    }

    static <R extends CrmRecord> void checkReads(Session session, EntityType<R> type, Session system) {
        List<R> all = system.select(type).list();
        List<R> seen = all.stream()
                .filter(record -> session.check(Permission.VIEW, record).granted())
                .toList();
        String what = session.actor() + " looks at " + type;
        assertThat(session.select(type).list()).as(what).isEqualTo(seen);
        assertThat(session.select(type).count()).as(what).isEqualTo(seen.size());
        assertThat(session.select(type).first())
                .as(what)
                .isEqualTo(seen.stream().findFirst());
        Page<R> page = session.select(type).page(1, PAGE);
        assertThat(page.records()).as(what).isEqualTo(seen.stream().limit(PAGE).toList());
        assertThat(page.total()).as(what).isEqualTo(seen.size());
        assertThat(session.run(Tally.of("all", type, columns -> columns.count("all")))
                        .total("all"))
                .as(what)
                .isEqualTo((long) seen.size());
        session.inTransaction("look", transaction -> checkTransaction(transaction, type, all, seen));
        all.forEach(record -> checkOne(session, type, record, seen.contains(record)));
    }

    private static <R extends CrmRecord> boolean checkTransaction(
            Transaction transaction, EntityType<R> type, List<R> all, List<R> seen) {
        List<UUID> ids = all.stream().map(CrmRecord::getId).toList();
        assertThat(transaction.findAll(type, ids)).isEqualTo(seen);
        Aggregation<R> count =
                new Aggregation<>(Criterion.always(), List.of(), List.of(new Aggregation.Count<>(Criterion.always())));
        assertThat(transaction.aggregate(type, count)).hasSize(seen.isEmpty() ? 0 : 1);
        for (R record : all) {
            assertThat(transaction.find(type.recordClass(), record.getId()).isPresent())
                    .isEqualTo(seen.contains(record));
        }
        return true;
    }

    private static <R extends CrmRecord> void checkOne(Session session, EntityType<R> type, R record, boolean visible) {
        Optional<R> shown = visible ? Optional.of(record) : Optional.empty();
        assertThat(session.find(type, record.getId())).isEqualTo(shown);
        assertThat(session.find(type, new Ref<R>(record.getId()))).isEqualTo(shown);
        Criterion<CrmRecord> same = new Criterion.OneOf<>(CrmRecord.ID, Set.of(record.getId()));
        assertThat(session.select(type).where(same).first()).isEqualTo(shown);
        boolean isHistory = record instanceof JournalEntry;
        assertThat(session.history(record).isEmpty()).isEqualTo(!visible || isHistory);
        if (visible) {
            assertThat(session.get(type, record.getId())).isEqualTo(record);
        } else {
            assertThatThrownBy(() -> session.get(type, record.getId())).isInstanceOf(RecordNotFoundException.class);
        }
    }

    /** A condition on related records finds what points to a record that the actor may see, and nothing else. */
    private static <R extends CrmRecord, T extends CrmRecord> void checkRelation(
            Session session, EntityType<R> type, Relation<? super R, ?, T> relation, EntityType<T> to) {
        Set<UUID> disclosed =
                session.select(to).list().stream().map(CrmRecord::getId).collect(Collectors.toSet());
        Criterion<R> related = related(relation);
        List<R> expected = session.select(type).list().stream()
                .filter(record -> pointsToAny(relation, record, disclosed))
                .toList();
        assertThat(session.select(type).where(related).list()).isEqualTo(expected);
        assertThat(session.select(type).where(related).count()).isEqualTo(expected.size());
        assertThat(session.select(type).where(related.negate()).count())
                .isEqualTo(session.select(type).count() - expected.size());
        Tally<R> tally = Tally.of("related", type, columns -> columns.count("related", related));
        assertThat(session.run(tally).total("related")).isEqualTo((long) expected.size());
    }

    @SuppressWarnings("unchecked") // a relation of a type is one of every type below it
    private static <R, T> Criterion<R> related(Relation<? super R, ?, T> relation) {
        return new Criterion.Related<>((Relation<R, ?, T>) relation, Criterion.<T>always());
    }

    private static <R> boolean pointsToAny(Relation<R, ?, ?> relation, R record, Set<UUID> ids) {
        return relation.anyTarget(record, ids::contains);
    }

    /** A condition on referring records finds what a record points to that the actor may see, and nothing else. */
    private static <R extends CrmRecord, H extends CrmRecord> void checkReferred(
            Session session, EntityType<R> type, org.clientele.property.Property<? super H, ?> by, EntityType<H> from) {
        Reference<H> reference = new Reference<>(from, by);
        List<H> disclosed = session.select(from).list();
        List<R> seen = session.select(type).list();
        List<R> expected = seen.stream()
                .filter(record ->
                        disclosed.stream().anyMatch(holder -> reference.points(holder, Set.of(record.getId()))))
                .toList();
        Criterion<R> referred = new Criterion.Referred<>(from.recordClass(), by, Criterion.always());
        assertThat(session.select(type).where(referred).list()).isEqualTo(expected);
        assertThat(session.select(type).where(referred).count()).isEqualTo(expected.size());
        assertThat(session.select(type).where(referred.negate()).count()).isEqualTo(seen.size() - expected.size());
        Tally<R> tally = Tally.of("referred", type, columns -> columns.count("referred", referred));
        assertThat(session.run(tally).total("referred")).isEqualTo((long) expected.size());
    }

    private static void checkReport(Session session, Session system) {
        AccountsByOpportunities.Result result = session.run(AccountsByOpportunities.report());
        assertThat(result.totals().total())
                .isEqualTo(session.select(Opportunity.TYPE).count());
        assertThat(result.rows()).hasSize((int) session.select(Account.TYPE).count());
        assertThat(result.rows().size())
                .isLessThanOrEqualTo((int) system.select(Account.TYPE).count());
    }

    /** A CRM with generated records, the policy that guards it and the store below it. */
    private record Guarded(RecordStore store, RolePolicy policy, World world) {

        boolean allows(Session session, Permission permission, Write<?> about) {
            return store.inTransaction(records -> decides(session, permission, about, records));
        }

        private <R extends CrmRecord> boolean decides(
                Session session, Permission permission, Write<R> about, Records records) {
            return rights(policy, session.actor()).permits(permission, about.type(), about.record(), records);
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
        R changed = type.copy(record);
        TextProperty<R> text = text(type);
        text.set(changed, text.get(record) + "x");
        boolean edit = stage.allows(session, Permission.EDIT, delete);
        assertThat(isDenied(session, new Write.Update<>(type, record, changed))).isEqualTo(!edit);
        type.ownership()
                .filter(ownership -> ownership.kind() == Ownership.Kind.USER)
                .ifPresent(ownership -> checkOwners(stage, session, record, ownership, edit));
    }

    @SuppressWarnings("unchecked") // every type has such a text
    private static <R extends CrmRecord> TextProperty<R> text(EntityType<R> type) {
        return (TextProperty<R>) type.properties().stream()
                .filter(property -> property instanceof TextProperty<?> && !property.has(Traits.Unique.class))
                .findFirst()
                .orElseThrow();
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
                    .isEqualTo(!stage.allows(session, Permission.CREATE, creation) || !works);
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
