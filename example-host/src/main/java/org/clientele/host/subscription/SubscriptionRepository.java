package org.clientele.host.subscription;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Where subscriptions are kept. */
public interface SubscriptionRepository extends JpaRepository<Subscription, UUID> {

    List<Subscription> findByAccountIdOrderByPlan(UUID account);

    /** Lets those of some accounts belong to another. */
    @Modifying
    @Query("update versioned Subscription s set s.account.id = :to where s.account.id in :from")
    int move(Collection<UUID> from, UUID to);
}
