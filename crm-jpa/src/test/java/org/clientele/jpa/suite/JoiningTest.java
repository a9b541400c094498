package org.clientele.jpa.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.util.List;
import org.clientele.Crm;
import org.clientele.MassAnswer;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.journal.ChangeSet;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A CRM in the transactions of a host. */
class JoiningTest {

    private final Database database = Database.shared();
    private final Crm own = Crm.open(database.emptyStore(), config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final EntityManager entityManager = database.factory().createEntityManager();
    private final Crm crm =
            Crm.open(JpaStore.joining(() -> entityManager), config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final Session session = crm.asSystem();
    private final Organization acme = own.asSystem().save(new Organization("Acme"));
    private final User olga = own.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Example", acme));

    private Account account(String name) {
        Account account = new Account(name).addTag("VIP");
        account.setOwner(Ref.to(olga));
        account.setOrganization(Ref.to(acme));
        return account;
    }

    private List<String> names() {
        return own.asSystem().select(Account.TYPE).orderBy(Account.NAME.asc()).list().stream()
                .map(account -> String.valueOf(account.getName()))
                .toList();
    }

    @AfterEach
    void close() {
        if (entityManager.getTransaction().isActive()) {
            entityManager.getTransaction().rollback();
        }
        entityManager.close();
    }

    @Test
    void whatIsSavedIsKeptWhenTheHostCommits() {
        entityManager.getTransaction().begin();
        session.save(account("Acuserv"));
        assertThat(entityManager.getTransaction().isActive()).isTrue();
        entityManager.getTransaction().commit();
        assertThat(names()).containsExactly("Acuserv");
    }

    @Test
    void whatIsSavedGoesWhenTheHostRollsBack() {
        entityManager.getTransaction().begin();
        session.save(account("Acuserv"));
        entityManager.getTransaction().rollback();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatTheHostKeepsInItsEntityManagerIsLeftAlone() {
        Account acuserv = own.asSystem().save(account("Acuserv"));
        Account bigBear = own.asSystem().save(account("Big Bear Stores"));
        entityManager.getTransaction().begin();
        Account managed = entityManager.find(Account.class, acuserv.getId());
        managed.setName("changed by the host");
        Account read = session.get(Account.TYPE, acuserv.getId());
        assertThat(read).isNotSameAs(managed);
        assertThat(read.getName()).isEqualTo("changed by the host");
        read.setName("changed by nobody");
        session.save(account("Body Toning"));
        session.delete(session.get(Account.TYPE, bigBear.getId()));
        assertThat(entityManager.contains(managed)).isTrue();
        managed.addTag("still watched");
        entityManager.getTransaction().commit();
        assertThat(names()).containsExactly("Body Toning", "changed by the host");
        assertThat(own.asSystem().get(Account.TYPE, acuserv.getId()).getTags()).contains("still watched");
    }

    @Test
    void nothingThatIsHandedOutIsWatched() {
        Account acuserv = own.asSystem().save(account("Acuserv"));
        entityManager.getTransaction().begin();
        Account saved = session.save(account("Body Toning"));
        saved.setName("changed after saving");
        session.get(Account.TYPE, acuserv.getId()).setName("changed after reading");
        session.select(Account.TYPE).list().forEach(account -> account.setName("changed after selecting"));
        entityManager.getTransaction().commit();
        assertThat(names()).containsExactly("Acuserv", "Body Toning");
    }

    @Test
    void aChangeOfTheHostMakesAnEarlierCopyStale() {
        Account acuserv = own.asSystem().save(account("Acuserv"));
        entityManager.getTransaction().begin();
        Account copy = session.get(Account.TYPE, acuserv.getId());
        entityManager.find(Account.class, acuserv.getId()).setName("changed by the host");
        copy.setName("lost otherwise");
        assertThatThrownBy(() -> session.save(copy)).isInstanceOf(StaleRecordException.class);
    }

    @Test
    void afterARefusalTheHostCanOnlyRollBack() {
        entityManager.getTransaction().begin();
        session.save(account("Acuserv"));
        assertThatThrownBy(() -> session.save(new Account("nobody's"))).isInstanceOf(InvalidRecordException.class);
        assertThat(entityManager.getTransaction().getRollbackOnly()).isTrue();
        entityManager.getTransaction().rollback();
        assertThat(names()).isEmpty();
    }

    @Test
    void aHostThatCatchesARefusalAndCommitsKeepsNothing() {
        entityManager.getTransaction().begin();
        session.save(account("Acuserv"));
        assertThatThrownBy(() -> session.save(new Account("nobody's"))).isInstanceOf(InvalidRecordException.class);
        Throwable told = catchThrowable(() -> entityManager.getTransaction().commit());
        assertThat(told == null).isEqualTo(entityManager.getClass().getName().startsWith("org.hibernate."));
        assertThat(names()).isEmpty();
    }

    @Test
    void soItIsWhenTheEntityManagerDoesNotShowItsTransaction() {
        EntityManager shared = (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getTransaction")) {
                        throw new IllegalStateException("use the container's");
                    }
                    return method.invoke(entityManager, arguments);
                });
        Session sharing = Crm.open(JpaStore.joining(() -> shared), config -> config.entity(Partner.TYPE, Visit.TYPE))
                .asSystem();
        entityManager.getTransaction().begin();
        assertThatThrownBy(() -> sharing.save(new Account("nobody's"))).isInstanceOf(InvalidRecordException.class);
        assertThat(entityManager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void aMassActionKeepsWhatIsDoneThoughSomeAreRefused() {
        List.of("Acuserv", "Big Bear Stores", "Body Toning")
                .forEach(name -> own.asSystem().save(account(name)));
        entityManager.getTransaction().begin();
        MassAnswer<Account> changed = session.changeEach(
                session.select(Account.TYPE).orderBy(Account.NAME.asc()).list(),
                account -> account.setName(
                        "Big Bear Stores".equals(account.getName()) ? "" : account.getName() + ", changed"));
        assertThat(changed.done()).hasSize(2);
        assertThat(changed.refused()).hasSize(1);
        MassAnswer<CrmRecord> deleted =
                session.deleteEach(List.of(changed.done().get(0), session.get(Organization.TYPE, acme.getId())));
        assertThat(deleted.done()).hasSize(1);
        assertThat(deleted.refused()).hasSize(1);
        assertThat(entityManager.getTransaction().getRollbackOnly()).isFalse();
        entityManager.getTransaction().commit();
        assertThat(names()).containsExactly("Big Bear Stores", "Body Toning, changed");
        assertThat(own.asSystem().history().list())
                .extracting(ChangeSet::reason)
                .contains("change many", "delete many");
    }

    @Test
    void aMassActionSaysNothingOfRecordsThatCanNotBeKept() {
        Account acuserv = own.asSystem().save(account("Acuserv"));
        Account stale = own.asSystem().save(account("Big Bear Stores"));
        own.asSystem().changeEach(List.of(stale), account -> account.setName("Body Toning"));
        entityManager.getTransaction().begin();
        assertThatThrownBy(() -> session.changeEach(List.of(acuserv, stale), account -> account.addTag("checked")))
                .isInstanceOf(StaleRecordException.class)
                .hasMessageContaining("Big Bear Stores");
        assertThat(entityManager.getTransaction().getRollbackOnly()).isTrue();
    }

    @Test
    void recordsGoOnThoughSomeAreRefused() {
        Step<Account> open = Step.named("open");
        Step<Account> closed = Step.named("closed", Step.Definition::last);
        Transition<Account> close =
                Transition.from(open, "close", closed, transition -> transition.alsoWrite(occasion -> List.of()));
        Workflow<Account> flow = Workflow.define(
                "accounts",
                Account.TYPE,
                steps -> steps.start(open).steps(closed).transitions(close));
        Session flowing = Crm.open(
                        JpaStore.joining(() -> entityManager),
                        config -> config.entity(Partner.TYPE, Visit.TYPE).workflow(flow))
                .asSystem();
        entityManager.getTransaction().begin();
        flowing.workflows().activate(flowing.workflows().planActivation(flow));
        List<Account> accounts = flowing.saveAll(List.of(account("Acuserv"), account("Big Bear Stores")));
        Account done = flowing.workflows().perform(accounts.get(0), close);
        MassAnswer<Account> answer = flowing.workflows().performEach(List.of(done, accounts.get(1)), close);
        assertThat(answer.done()).extracting(Account::getName).containsExactly("Big Bear Stores");
        assertThat(answer.refused()).hasSize(1);
        assertThat(entityManager.getTransaction().getRollbackOnly()).isFalse();
        entityManager.getTransaction().commit();
        assertThat(names()).containsExactly("Acuserv", "Big Bear Stores");
    }

    @Test
    void aRehearsalNeedsATransactionOfItsOwn() {
        entityManager.getTransaction().begin();
        session.save(account("Acuserv"));
        assertThatThrownBy(() -> session.rehearse("try", records -> records.count(Account.TYPE, Criterion.always())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the host's")
                .hasMessageContaining("transactions of its own");
        entityManager.getTransaction().commit();
        assertThat(names()).containsExactly("Acuserv");
    }

    @Test
    void withoutAnEntityManagerThereIsNoTransaction() {
        assertThatThrownBy(() -> Crm.open(JpaStore.joining(() -> null)).as(olga))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin one before");
    }

    @Test
    void aRecordIsWrittenWholeAlsoWhereTheHostHoldsWhatStandsForIt() {
        Account acuserv = own.asSystem().save(account("Acuserv"));
        entityManager.getTransaction().begin();
        Account standIn = entityManager.getReference(Account.class, acuserv.getId());
        acuserv.setDescription("changed");
        Account saved = session.save(acuserv);
        entityManager.getTransaction().commit();
        Account stored = own.asSystem().get(Account.TYPE, acuserv.getId());
        assertThat(saved).isEqualTo(acuserv).isNotSameAs(standIn);
        assertThat(saved.getVersion()).isEqualTo(stored.getVersion()).isGreaterThan(acuserv.getVersion());
        assertThat(stored.getUpdatedAt()).isAfter(acuserv.getUpdatedAt()).isEqualTo(saved.getUpdatedAt());
    }

    @Test
    void withoutATransactionNothingIsWritten() {
        assertThatThrownBy(() -> session.save(account("Acuserv")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin one");
        assertThat(names()).isEmpty();
    }
}
