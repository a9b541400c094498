package org.clientele.testkit.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Nobody gets rights by a merge that could not be had otherwise (OroCRM documentation, access control: assign). */
abstract class MergeRights {

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** A merger with a role, a colleague in another unit, and somebody who may do all. */
    private static final class House {

        final Crm crm;
        final Organization acme;
        final BusinessUnit sales;
        final BusinessUnit service;
        final User olga;
        final User ivan;

        House(RecordStore store, UnaryOperator<Role> merger) {
            Role all = Role.administrator("administrator");
            Role clerk = merger.apply(Role.named("clerk").allow(Capability.MERGE));
            crm = Crm.open(store, config -> config.access(RolePolicy.of(clerk, all)));
            Session system = crm.asSystem();
            acme = system.save(new Organization("Acme"));
            sales = system.save(new BusinessUnit("Sales", acme));
            service = system.save(new BusinessUnit("Service", acme));
            olga = user("olga", sales, "clerk");
            ivan = user("ivan", service, "administrator");
        }

        private User user(String name, BusinessUnit unit, String role) {
            User user = new User(name, name + "@acme.example", name, "Example", acme).addRole(role);
            user.setBusinessUnits(Set.of(Ref.to(unit)));
            return crm.asSystem().save(user);
        }

        Session olga() {
            return crm.as(olga);
        }

        Account account(String name, User owner) {
            return crm.as(owner).save(new Account(name));
        }

        <R extends CrmRecord> MergePlan<R> plan(EntityType<R> type, R master, R absorbed) {
            return olga().planMerge(type, choices -> choices.master(master).absorb(absorbed));
        }

        <R extends CrmRecord> void assertRefused(EntityType<R> type, R master, R absorbed, String problem) {
            MergePlan<R> plan = plan(type, master, absorbed);
            assertThat(plan.problems())
                    .anySatisfy(sentence -> assertThat(sentence).contains(problem));
            assertThat(olga().apply(plan)).isInstanceOf(MergeOutcome.Rejected.class);
            assertThat(crm.asSystem().find(type, absorbed.getId())).isPresent();
        }
    }

    @Test
    void whatIsSharedIsNotSharedFurtherByWhoMayNotAssignTheMaster() {
        House house = new House(
                newStore(),
                role -> role.grant(Account.TYPE, ORGANIZATION, VIEW, CREATE, EDIT)
                        .grant(Account.TYPE, USER, DELETE, ASSIGN)
                        .grant(User.TYPE, ORGANIZATION, VIEW));
        Account ivans = house.account("Ivan's", house.ivan);
        Account bait = house.account("Bait", house.olga);
        house.olga().sharing(bait).with(house.olga, ASSIGN, DELETE);
        house.assertRefused(Account.TYPE, ivans, bait, "ASSIGN account");
        assertThat(house.olga().may(ASSIGN, ivans)).isFalse();
        house.olga().sharing(bait).revoke(house.olga);
        assertThat(house.olga().apply(house.plan(Account.TYPE, ivans, bait))).isInstanceOf(MergeOutcome.Applied.class);
    }

    @Test
    void whatAUserOwnsIsNotGivenAwayByWhoMayNotAssignIt() {
        House house = new House(
                newStore(),
                role -> role.grant(Account.TYPE, USER, VIEW, CREATE, EDIT, DELETE, ASSIGN)
                        .grant(User.TYPE, ORGANIZATION, VIEW, EDIT, DELETE, ASSIGN));
        house.account("Secret", house.ivan);
        house.assertRefused(User.TYPE, house.olga, house.ivan, "you may not ASSIGN 1 of 1 records of type account");
        assertThat(house.olga().select(Account.TYPE).count()).isZero();
    }

    @Test
    void membersAreNotGivenAnotherUnitByWhoMayNotAssignUnits() {
        House house = new House(
                newStore(),
                role -> role.grant(BusinessUnit.TYPE, ORGANIZATION, VIEW, EDIT, DELETE)
                        .grant(User.TYPE, ORGANIZATION, VIEW));
        house.assertRefused(BusinessUnit.TYPE, house.service, house.sales, "ASSIGN business unit");
    }

    @Test
    void whoMayAssignAllMergesUsersWithWhatTheyOwn() {
        House house = new House(
                newStore(),
                role -> role.grant(Account.TYPE, ORGANIZATION, VIEW, EDIT, ASSIGN)
                        .grant(User.TYPE, ORGANIZATION, VIEW, EDIT, DELETE, ASSIGN));
        Account ivans = house.account("Ivan's", house.ivan);
        assertThat(house.olga().apply(house.plan(User.TYPE, house.olga, house.ivan)))
                .isInstanceOf(MergeOutcome.Applied.class);
        assertThat(house.olga().get(Account.TYPE, ivans.getId()).getOwner()).isEqualTo(Ref.to(house.olga));
    }

    @Test
    void noRecordIsGivenToAnOwnerOutsideOfItsOrganization() {
        House house = new House(newStore(), role -> role);
        Session system = house.crm.asSystem();
        Organization other = system.save(new Organization("Other"));
        User mara = system.save(new User("mara", "mara@other.example", "Mara", "Example", other));
        Account maras = new Account("Mara's");
        maras.setOrganization(Ref.to(other));
        maras.setOwner(Ref.to(mara));
        Account kept = system.save(maras);
        MergePlan<User> losing = system.planMerge(
                User.TYPE, choices -> choices.master(house.olga).absorb(mara).take(User.ORGANIZATIONS, house.olga));
        assertThat(losing.problems())
                .containsExactly("user olga: does not belong to organization Other, and account Mara's of user"
                        + " mara is in it; let it join or choose another");
        assertThat(system.apply(losing)).isInstanceOf(MergeOutcome.Rejected.class);
        assertThat(system.get(Account.TYPE, kept.getId()).getOwner()).isEqualTo(Ref.to(mara));
        MergePlan<User> joining = system.planMerge(
                User.TYPE, choices -> choices.master(house.olga).absorb(mara));
        assertThat(system.apply(joining)).isInstanceOf(MergeOutcome.Applied.class);
        assertThat(system.get(Account.TYPE, kept.getId()).getOwner()).isEqualTo(Ref.to(house.olga));
    }
}
