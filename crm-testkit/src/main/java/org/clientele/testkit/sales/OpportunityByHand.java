package org.clientele.testkit.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.testkit.sales.SalesCase.Office;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an opportunity, act by act, kept by somebody with pencil and paper: whether the probability is tied
 * to the status, when it was closed, and what was frozen then.
 */
final class OpportunityByHand {

    private static final Map<String, String> USUAL =
            Map.of("in_progress", "0", "needs_analysis", "0.2", "negotiation", "0.8", "won", "1", "lost", "0");

    private static final Money NOTHING = Money.zero("USD");

    private final Office office;
    private OpportunityStatus status = OpportunityStatus.IN_PROGRESS;
    private @Nullable BigDecimal probability = new BigDecimal("0");
    private boolean tied = true;
    private @Nullable CloseReason reason;
    private @Nullable Money budget;
    private @Nullable Money revenue;
    private @Nullable BigDecimal frozenBudget;
    private @Nullable BigDecimal frozenRevenue;
    private @Nullable Instant closedAt;

    OpportunityByHand(Office office) {
        this.office = office;
    }

    void note(Act act) {
        if (act instanceof Act.Move move) {
            move(move.status());
        } else if (act instanceof Act.Estimate estimate) {
            estimate(estimate.probability());
        } else if (act instanceof Act.Budget change) {
            frozenBudget = keptOnlyInOneCurrency(budget, change.money(), frozenBudget);
            budget = change.money();
        } else if (act instanceof Act.Revenue change) {
            Money given = change.money() == null && status.equals(OpportunityStatus.LOST) ? NOTHING : change.money();
            frozenRevenue = keptOnlyInOneCurrency(revenue, given, frozenRevenue);
            revenue = given;
        } else if (act instanceof Act.Freeze freeze) {
            frozenBudget = freeze.budget();
        } else if (act instanceof Act.Win win) {
            close(OpportunityStatus.WON, CloseReason.WON, win.revenue());
        } else if (act instanceof Act.Lose lose) {
            close(OpportunityStatus.LOST, lose.reason(), NOTHING);
        } else if (act instanceof Act.Reopen reopen) {
            status = reopen.status();
            reason = null;
            revenue = null;
            closedAt = null;
            estimate(new BigDecimal("0"));
        }
        frozenBudget = frozen(budget, frozenBudget);
        frozenRevenue = frozen(revenue, frozenRevenue);
    }

    private void move(OpportunityStatus to) {
        if (to.equals(status)) {
            return;
        }
        boolean lost = to.equals(OpportunityStatus.LOST);
        status = to;
        closedAt = to.isClosed() ? office.clock.instant() : null;
        reason = null;
        revenue = lost && revenue == null ? NOTHING : revenue;
        if (tied) {
            probability = usual();
        }
        tied = isUsual();
    }

    private void estimate(@Nullable BigDecimal given) {
        probability = given == null ? usual() : given;
        tied = isUsual();
    }

    private @Nullable BigDecimal usual() {
        String usual = USUAL.get(status.id());
        return usual == null ? null : new BigDecimal(usual);
    }

    private boolean isUsual() {
        BigDecimal usual = usual();
        return probability == null || (usual != null && usual.compareTo(probability) == 0);
    }

    private void close(OpportunityStatus as, CloseReason why, @Nullable Money forWhat) {
        closedAt = as.equals(status) ? closedAt : office.clock.instant();
        status = as;
        reason = why;
        revenue = forWhat;
        frozenRevenue = null;
        estimate(null);
    }

    private static @Nullable BigDecimal keptOnlyInOneCurrency(
            @Nullable Money before, @Nullable Money now, @Nullable BigDecimal frozen) {
        return before == null || (now != null && before.currency().equals(now.currency())) ? frozen : null;
    }

    private @Nullable BigDecimal frozen(@Nullable Money money, @Nullable BigDecimal frozen) {
        if (closedAt == null || money == null) {
            return null;
        } else if (money.currency().equals("USD")) {
            return money.amount();
        } else if (frozen != null) {
            return frozen;
        }
        return office.rate(money.currency(), closedAt.atZone(ZoneOffset.UTC).toLocalDate())
                .map(rate -> money.amount().multiply(rate).setScale(4, RoundingMode.HALF_EVEN))
                .orElse(null);
    }

    /** Whether something is closed for which there is no rate. */
    boolean lacksRate() {
        return closedAt != null
                && ((budget != null && frozenBudget == null) || (revenue != null && frozenRevenue == null));
    }

    void check(Opportunity deal) {
        assertThat(deal.getStatus()).isEqualTo(status);
        assertThat(deal.getCloseReason()).isEqualTo(reason);
        assertThat(deal.getBudget()).isEqualTo(budget);
        assertThat(deal.getCloseRevenue()).isEqualTo(revenue);
        assertThat(deal.getClosedAt()).isEqualTo(closedAt);
        same("probability", deal.getProbability(), probability);
        same("base budget", deal.getBaseBudget(), frozenBudget);
        same("base close revenue", deal.getBaseCloseRevenue(), frozenRevenue);
    }

    private static void same(String what, @Nullable BigDecimal is, @Nullable BigDecimal shouldBe) {
        if (is == null || shouldBe == null) {
            assertThat(is).as(what).isEqualTo(shouldBe);
        } else {
            assertThat(is).as(what).isEqualByComparingTo(Objects.requireNonNull(shouldBe));
        }
    }
}
