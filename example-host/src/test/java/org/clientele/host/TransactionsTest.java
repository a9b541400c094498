package org.clientele.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.account.Account;
import org.clientele.host.account.AccountChange;
import org.clientele.host.account.Accounts;
import org.clientele.host.crm.Caller;
import org.clientele.host.crm.Sessions;
import org.clientele.host.partner.PartnerCustomer;
import org.clientele.host.subscription.Subscription;
import org.clientele.host.subscription.SubscriptionRepository;
import org.clientele.host.subscription.Subscriptions;
import org.clientele.host.subscription.Terms;
import org.clientele.jpa.JpaStore;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.UnknownTypeException;
import org.clientele.store.Write;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** The CRM in the transactions of Spring: annotated ones of the host's services and ones by a template. */
class TransactionsTest extends HostTest {

    private static final Caller OLGA = new Caller("olga");
    private static final Caller IVAN = new Caller("ivan");
    private static final Terms BASIC = new Terms("basic", new BigDecimal("19.90"));
    private static final Terms FREE = new Terms("free", BigDecimal.ZERO);

    private final Crm crm;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Subscriptions subscriptions;
    private final SubscriptionRepository repository;
    private final EntityManager entityManager;
    private final TransactionTemplate transaction;

    TransactionsTest(
            Crm crm,
            Accounts accounts,
            Sessions sessions,
            Subscriptions subscriptions,
            SubscriptionRepository repository,
            EntityManager entityManager,
            PlatformTransactionManager manager) {
        this.crm = crm;
        this.accounts = accounts;
        this.sessions = sessions;
        this.subscriptions = subscriptions;
        this.repository = repository;
        this.entityManager = entityManager;
        this.transaction = new TransactionTemplate(manager);
    }

    private Account saved(Caller caller, String name) {
        return accounts.create(caller, new AccountChange(null, name, null));
    }

    private Optional<Account> stored(String name) {
        return crm.asSystem().select(Account.TYPE).where(Account.NAME.is(name)).first();
    }

    @Test
    void theHostsEntityAndTheRecordAreKeptTogether() {
        Subscription subscription = subscriptions.signUp(OLGA, "Signed", BASIC);
        assertThat(stored("Signed").map(Account::getId))
                .hasValue(subscription.account().id());
        assertThat(subscriptions.of(OLGA, subscription.account().id()))
                .extracting(Subscription::getId)
                .containsExactly(subscription.getId());
    }

    @Test
    void theRecordGoesWhenTheHostsEntityCanNotBeSavedAfterIt() {
        assertThatThrownBy(() -> subscriptions.signUp(OLGA, "Never signed", FREE))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(stored("Never signed")).isEmpty();
    }

    @Test
    void theHostsEntityGoesWhenTheCrmRefusesAfterIt() {
        UUID ivans = saved(IVAN, "Ivan's own").getId();
        assertThatThrownBy(() -> subscriptions.subscribe(OLGA, ivans, BASIC)).isInstanceOf(AccessDeniedException.class);
        assertThat(repository.findByAccountIdOrderByPlan(ivans)).isEmpty();
    }

    @Test
    void aRecordThatAnEntityOfTheHostPointsToIsSavedAsAnyOther() {
        Account before = saved(OLGA, "Pointed to");
        Account after = transaction.execute(status -> {
            subscriptions.subscribe(OLGA, before.getId(), BASIC);
            Session session = sessions.of(OLGA);
            Account read = session.get(Account.TYPE, before.getId());
            read.setDescription("changed");
            return session.save(read);
        });
        Account stored = accounts.get(OLGA, before.getId());
        assertThat(after).isEqualTo(before);
        assertThat(after.getVersion()).isEqualTo(stored.getVersion());
        assertThat(stored.getTags()).containsExactly("subscriber");
        assertThat(stored.getDescription()).isEqualTo("changed");
        assertThat(stored.getUpdatedAt()).isAfter(before.getUpdatedAt());
    }

    @Test
    void whatPersistenceLetsStandForARecordIsRefusedByASession() {
        UUID account = saved(OLGA, "Stood for").getId();
        assertThatThrownBy(() -> transaction.execute(
                        status -> sessions.of(OLGA).save(entityManager.getReference(Account.class, account))))
                .isInstanceOf(UnknownTypeException.class);
    }

    @Test
    void aForeignKeyOfTheHostKeepsARecordFromBeingDeleted() {
        UUID account = subscriptions.signUp(OLGA, "Needed", BASIC).account().id();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Session olga = sessions.of(OLGA);
                    olga.delete(olga.get(Account.TYPE, account));
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(stored("Needed")).isPresent();
    }

    @Test
    void aCrmWithTransactionsOfItsOwnRehearsesBesideTheOneOfTheHost() {
        Crm own = Crm.open(
                JpaStore.managing(entityManager.getEntityManagerFactory()),
                config -> config.entity(PartnerCustomer.TYPE));
        Account olgas = saved(OLGA, "Rehearsed");
        Account found = own.asSystem().rehearse("try", records -> {
            Account read = records.find(Account.TYPE, olgas.getId()).orElseThrow();
            Account changed = Account.TYPE.copy(read);
            changed.setName("Only rehearsed");
            records.write(List.of(new Write.Update<>(Account.TYPE, read, changed)));
            return records.find(Account.TYPE, olgas.getId()).orElseThrow();
        });
        assertThat(found.getName()).isEqualTo("Only rehearsed");
        assertThat(stored("Rehearsed")).isPresent();
        assertThat(own.asSystem().save(olgas)).isEqualTo(olgas);
    }

    @Test
    void aTemplateCommitsAndRollsBackAsAnAnnotationDoes() {
        transaction.executeWithoutResult(status -> sessions.of(OLGA).save(new Account("By a template")));
        transaction.executeWithoutResult(status -> {
            sessions.of(OLGA).save(new Account("Taken back"));
            status.setRollbackOnly();
        });
        assertThat(stored("By a template")).isPresent();
        assertThat(stored("Taken back")).isEmpty();
    }

    @Test
    void afterARefusalThatTheHostCatchesTheTransactionCanOnlyBeRolledBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Session olga = sessions.of(OLGA);
                    olga.save(new Account("Caught"));
                    assertThatThrownBy(() -> olga.save(new Account(""))).isInstanceOf(InvalidRecordException.class);
                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(stored("Caught")).isEmpty();
    }

    @Test
    void aSessionInAnotherThreadWorksInThatThreadsTransaction() {
        transaction.executeWithoutResult(status -> {
            Session olga = sessions.of(OLGA);
            olga.save(new Account("Of this thread"));
            boolean seen = CompletableFuture.supplyAsync(() -> transaction.execute(other -> {
                        olga.save(new Account("Of another thread"));
                        return stored("Of this thread").isPresent();
                    }))
                    .join();
            assertThat(seen).isFalse();
            status.setRollbackOnly();
        });
        assertThat(stored("Of this thread")).isEmpty();
        assertThat(stored("Of another thread")).isPresent();
    }

    @Test
    void aReadOnlyTransactionReadsAndRefusesToWrite() {
        TransactionTemplate reading = new TransactionTemplate(transaction.getTransactionManager());
        reading.setReadOnly(true);
        long seen =
                reading.execute(status -> sessions.of(OLGA).select(Account.TYPE).count());
        assertThat(seen).isPositive();
        assertThatThrownBy(() -> reading.execute(status -> sessions.of(OLGA).save(new Account("Not written"))))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("read-only");
        assertThat(stored("Not written")).isEmpty();
    }

    @Test
    void withoutATransactionTheCrmReadsAndRefusesToWrite() {
        Session olga = sessions.of(OLGA);
        assertThat(olga.select(Account.TYPE).list()).isNotEmpty();
        assertThatThrownBy(() -> olga.save(new Account("Not written either")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begin one");
    }
}
