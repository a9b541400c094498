package org.clientele.host.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What an account pays for every month: an entity of the host that points to a record of the CRM. */
@Entity
@Table(name = "subscription", schema = "host")
public class Subscription {

    @Id
    private UUID id = UUID.randomUUID();

    @Version
    private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id")
    private Account account;

    @Column(name = "plan")
    private String plan;

    @Column(name = "monthly_fee", precision = 19, scale = 4)
    private BigDecimal monthlyFee;

    /** For persistence. */
    @SuppressWarnings("NullAway.Init")
    protected Subscription() {}

    public Subscription(Account account, Terms terms) {
        this.account = account;
        this.plan = terms.plan();
        this.monthlyFee = terms.monthlyFee();
    }

    public UUID getId() {
        return id;
    }

    /** Whose it is. What the account says is asked of a session, which knows who may see it. */
    public Ref<Account> account() {
        return Ref.to(account);
    }

    public Terms terms() {
        return new Terms(plan, monthlyFee);
    }
}
