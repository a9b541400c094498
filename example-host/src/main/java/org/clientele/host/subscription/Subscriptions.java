package org.clientele.host.subscription;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.host.crm.Caller;
import org.clientele.host.crm.Sessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions of accounts: entities of the host and records of the CRM, written together or not at all. */
@Service
public class Subscriptions {

    private final Sessions sessions;
    private final SubscriptionRepository repository;
    private final EntityManager entityManager;

    Subscriptions(Sessions sessions, SubscriptionRepository repository, EntityManager entityManager) {
        this.sessions = sessions;
        this.repository = repository;
        this.entityManager = entityManager;
    }

    /** Those of an account that the caller may see. */
    @Transactional(readOnly = true)
    public List<Subscription> of(Caller caller, UUID account) {
        return repository.findByAccountIdOrderByPlan(
                sessions.of(caller).get(Account.TYPE, account).getId());
    }

    /** Saves a subscription, and then the account's tag, for which the caller must be allowed to change the account. */
    @Transactional
    public Subscription subscribe(Caller caller, UUID id, Terms terms) {
        Session session = sessions.of(caller);
        Account account = session.get(Account.TYPE, id);
        Subscription subscription = repository.save(new Subscription(reference(account), terms));
        session.save(account.addTag("subscriber"));
        return subscription;
    }

    /** Saves a new account, and then its first subscription. */
    @Transactional
    public Subscription signUp(Caller caller, String name, Terms terms) {
        Account account = sessions.of(caller).save(new Account(name));
        return repository.save(new Subscription(reference(account), terms));
    }

    /** What a session hands out is a copy that persistence does not watch; an association needs what stands for the row. */
    private Account reference(Account account) {
        return entityManager.getReference(Account.class, account.getId());
    }
}
