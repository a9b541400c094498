package org.clientele.host.account;

import java.util.List;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.host.crm.Caller;
import org.clientele.host.crm.Sessions;
import org.clientele.host.subscription.SubscriptionRepository;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges of accounts: a plan, a look at it, its application, each in a request of its own. */
@Service
public class Merges {

    private final Sessions sessions;
    private final SubscriptionRepository subscriptions;

    Merges(Sessions sessions, SubscriptionRepository subscriptions) {
        this.sessions = sessions;
        this.subscriptions = subscriptions;
    }

    @Transactional(readOnly = true)
    public MergePlan<Account> plan(Caller caller, UUID master, List<UUID> absorbed) {
        Session session = sessions.of(caller);
        return session.planMerge(
                Account.TYPE,
                choices -> choices.master(session.get(Account.TYPE, master))
                        .absorb(absorbed.stream()
                                .map(id -> session.get(Account.TYPE, id))
                                .toList()));
    }

    /** Applies a plan that was kept as a text. The CRM moves its own references; those of the host's entities are the host's. */
    @Transactional
    public MergeOutcome.Applied<Account> apply(Caller caller, String plan) {
        Session session = sessions.of(caller);
        MergePlan<Account> kept = session.readPlan(Account.TYPE, plan);
        subscriptions.move(kept.request().absorbed(), kept.request().master());
        return session.apply(kept).orThrow();
    }
}
