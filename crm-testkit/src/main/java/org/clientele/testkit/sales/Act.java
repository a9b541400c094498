package org.clientele.testkit.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** Something that somebody does to an opportunity before saving it. */
sealed interface Act {

    /** A status of a host's own that is not usually probable in any way. */
    OpportunityStatus ON_HOLD = new OpportunityStatus("on_hold", "On hold", null);

    List<OpportunityStatus> STATUSES = List.of(
            OpportunityStatus.IN_PROGRESS,
            OpportunityStatus.NEEDS_ANALYSIS,
            OpportunityStatus.NEGOTIATION,
            ON_HOLD,
            OpportunityStatus.WON,
            OpportunityStatus.LOST);

    /** Does it; IllegalStateException when it can not be done to an opportunity like this. */
    void to(Opportunity deal);

    record Move(OpportunityStatus status) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.setStatus(status);
        }
    }

    record Estimate(@Nullable BigDecimal probability) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.setProbability(probability);
        }
    }

    record Budget(@Nullable Money money) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.setBudget(money);
        }
    }

    record Revenue(@Nullable Money money) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.setCloseRevenue(money);
        }
    }

    record Freeze(@Nullable BigDecimal budget) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.setBaseBudget(budget);
        }
    }

    record Win(@Nullable Money revenue, LocalDate on) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.win(revenue, on);
        }
    }

    record Lose(CloseReason reason, LocalDate on) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.lose(reason, on);
        }
    }

    record Reopen(OpportunityStatus status) implements Act {
        @Override
        public void to(Opportunity deal) {
            deal.reopen(status);
        }
    }

    static Arbitrary<Act> any() {
        Arbitrary<OpportunityStatus> statuses = Arbitraries.of(STATUSES);
        Arbitrary<BigDecimal> shares =
                Arbitraries.of("0", "0.2", "0.5", "0.8", "1").map(BigDecimal::new);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(1, 28).map(day -> LocalDate.of(2026, 2, day));
        Arbitrary<Money> money = money();
        return Arbitraries.oneOf(
                statuses.map(Move::new),
                shares.injectNull(0.2).map(Estimate::new),
                money.injectNull(0.2).map(Budget::new),
                money.injectNull(0.2).map(Revenue::new),
                Arbitraries.of("7", "8.5").map(BigDecimal::new).injectNull(0.3).map(Freeze::new),
                Combinators.combine(money.injectNull(0.2), days).as(Win::new),
                Combinators.combine(Arbitraries.of(CloseReason.OUTSOLD, CloseReason.CANCELLED), days)
                        .as(Lose::new),
                statuses.filter(status -> !status.isClosed()).map(Reopen::new));
    }

    private static Arbitrary<Money> money() {
        return Combinators.combine(Arbitraries.integers().between(0, 9), Arbitraries.of("USD", "EUR", "GBP"))
                .as((amount, currency) -> Money.of(String.valueOf(amount), currency));
    }
}
