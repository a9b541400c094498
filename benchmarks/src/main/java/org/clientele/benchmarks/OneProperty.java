package org.clientele.benchmarks;

import java.util.concurrent.TimeUnit;
import org.clientele.account.Account;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One property read through its token, beside the getter called directly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OneProperty {

    private final Account account = new Account("Acuserv");
    private final Opportunity opportunity = new Opportunity("Analytical engine", account);

    public OneProperty() {
        opportunity.setStatus(OpportunityStatus.NEGOTIATION);
        opportunity.setBudget(Money.of("17000", "USD"));
    }

    @Benchmark
    public @Nullable String textByToken() {
        return Account.NAME.get(account);
    }

    @Benchmark
    public @Nullable String textByGetter() {
        return account.getName();
    }

    @Benchmark
    public @Nullable OpportunityStatus choiceByToken() {
        return Opportunity.STATUS.get(opportunity);
    }

    @Benchmark
    public @Nullable OpportunityStatus choiceByGetter() {
        return opportunity.getStatus();
    }

    @Benchmark
    public @Nullable Money moneyByToken() {
        return Opportunity.BUDGET.get(opportunity);
    }

    @Benchmark
    public @Nullable Money moneyByGetter() {
        return opportunity.getBudget();
    }

    @Benchmark
    public @Nullable Ref<Account> referenceByToken() {
        return Opportunity.ACCOUNT.get(opportunity);
    }

    @Benchmark
    public @Nullable Ref<Account> referenceByGetter() {
        return opportunity.getAccount();
    }
}
