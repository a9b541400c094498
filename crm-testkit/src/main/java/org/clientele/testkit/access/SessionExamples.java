package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.access.Share;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That rights are judged by what is stored, and for the owner before and the owner to be. */
abstract class SessionExamples extends AccessExamples {

    @Test
    void aRecordIsJudgedAsItIsStoredNotAsItIsHandedIn() {
        Crm crm = open(
                newStore(),
                RolePolicy.of(Role.named("seller")
                        .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                        .grant(Account.TYPE, AccessLevel.USER, Permission.EDIT, Permission.DELETE, Permission.ASSIGN)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
        User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("seller"));
        Account acuserv = new Account("Acuserv");
        acuserv.setOwner(Ref.to(olga));
        acuserv.setOrganization(Ref.to(acme));
        Account taken = system.save(acuserv);
        taken.setOwner(Ref.to(ivan));
        Account renamed = Account.TYPE.copy(taken);
        renamed.setName("Ivan's");
        Session session = crm.as(ivan);
        assertThat(session.check(Permission.DELETE, taken).granted()).isFalse();
        assertThatThrownBy(() -> session.delete(taken)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> session.deleteCascading(taken)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> session.save(taken)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> session.inTransaction(
                        "rename",
                        transaction -> transaction.write(List.of(new Write.Update<>(Account.TYPE, taken, renamed)))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(system.get(Account.TYPE, taken.getId()).getOwner()).isEqualTo(Ref.to(olga));
    }

    @Test
    void aRecordIsGivenOnlyToOwnersWithinReach() {
        Crm crm = open(
                newStore(),
                RolePolicy.of(Role.named("seller")
                        .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW, Permission.EDIT)
                        .grant(Account.TYPE, AccessLevel.USER, Permission.CREATE, Permission.ASSIGN)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
        User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("seller"));
        Session session = crm.as(ivan);
        Account own = session.save(new Account("Acuserv"));
        assertThat(own.getOwner()).isEqualTo(Ref.to(ivan));
        own.setOwner(Ref.to(olga));
        assertThatThrownBy(() -> session.save(own))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("ivan may ASSIGN account up to USER by role 'seller', but olga owns Acuserv");
        Account foreign = new Account("Body Toning");
        foreign.setOwner(Ref.to(olga));
        assertThatThrownBy(() -> session.save(foreign)).isInstanceOf(AccessDeniedException.class);
        foreign.setOrganization(Ref.to(acme));
        Account olgas = system.save(foreign);
        olgas.setOwner(Ref.to(ivan));
        assertThatThrownBy(() -> session.save(olgas)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoMayDeleteButNotSeeGetsNothingBackOfTheDeletion() {
        Crm crm = open(
                newStore(),
                RolePolicy.of(Role.named("cleaner").grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.DELETE)));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("cleaner"));
        Account unsaved = new Account("Acuserv");
        unsaved.setOwner(Ref.to(ivan));
        unsaved.setOrganization(Ref.to(acme));
        Account acuserv = system.save(unsaved);
        Account known = Account.TYPE.newRecord(acuserv.getId(), acuserv.getVersion());
        List<CrmRecord> given = crm.as(ivan)
                .inTransaction(
                        "clean", transaction -> transaction.write(List.of(new Write.Delete<>(Account.TYPE, known))));
        assertThat(Account.TYPE.nameOf((Account) given.get(0)))
                .isEqualTo(acuserv.getId().toString());
        assertThat(system.find(Account.TYPE, acuserv.getId())).isEmpty();
    }

    @Test
    void aDecisionAboutAHiddenUnitDoesNotNameIt() {
        Crm crm = open(newStore(), RolePolicy.of());
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        BusinessUnit north = system.save(new BusinessUnit("North", acme));
        User ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addBusinessUnit(north));
        system.inTransaction("share", transaction -> {
            Share edit =
                    Share.withUnit(Ref.to(north), new AnyRef(BusinessUnit.TYPE.name(), north.getId()), Permission.EDIT);
            edit.setOrganization(Ref.to(acme));
            return transaction.write(List.of(new Write.Insert<>(Share.TYPE, edit)));
        });
        assertThat(crm.as(ivan).check(Permission.VIEW, north).explain())
                .contains("shared with one of ivan's business units for EDIT")
                .doesNotContain("North");
    }
}
