package org.clientele.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.account.Account;
import org.clientele.sales.AccountsByOpportunities.Row;
import org.clientele.sales.AccountsByOpportunities.Scope;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The report "accounts by opportunities" as one writes it by hand: one pass, one hash map. */
final class ByHand {

    private ByHand() {}

    /** What one account has come to. */
    private static final class Line {

        private long won;
        private long lost;
        private long pending;
        private Map<String, BigDecimal> revenue = Map.of();

        private void add(Opportunity deal) {
            OpportunityStatus status = deal.getStatus();
            if (OpportunityStatus.WON.equals(status)) {
                won++;
                addRevenue(deal.getCloseRevenue());
            } else if (OpportunityStatus.LOST.equals(status)) {
                lost++;
            } else {
                pending++;
            }
        }

        private void addRevenue(@Nullable Money money) {
            if (money != null) {
                if (revenue.isEmpty()) {
                    revenue = new HashMap<>(2);
                }
                revenue.merge(money.currency(), money.amount(), BigDecimal::add);
            }
        }

        private Row row(Account account) {
            String name = String.valueOf(account.getName());
            return new Row(Scope.ACCOUNT, Ref.to(account), name, won, lost, pending, won + lost + pending, revenue);
        }
    }

    /** Lines by account; the one of null stands for the deals that have no account. */
    record Counted(Map<@Nullable Ref<Account>, Line> lines) {}

    static Counted count(List<Opportunity> deals) {
        Map<@Nullable Ref<Account>, Line> lines = new HashMap<>();
        for (Opportunity deal : deals) {
            lines.computeIfAbsent(deal.getAccount(), account -> new Line()).add(deal);
        }
        return new Counted(lines);
    }

    static List<Row> report(List<Opportunity> deals, List<Account> accounts) {
        Map<@Nullable Ref<Account>, Line> lines = count(deals).lines();
        List<Row> rows = new ArrayList<>(accounts.size());
        for (Account account : accounts) {
            Line line = lines.get(Ref.to(account));
            rows.add((line == null ? new Line() : line).row(account));
        }
        rows.sort(Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER));
        return rows;
    }

    /** Whether the rows of accounts that have deals say what was counted, and no account is missing. */
    static boolean sameAs(List<Row> rows, Counted counted) {
        int seen = 0;
        for (Row row : rows) {
            Line line = counted.lines().get(row.account());
            boolean same = line == null
                    ? row.total() == 0
                    : line.won == row.won()
                            && line.lost == row.lost()
                            && line.pending == row.pending()
                            && line.revenue.equals(row.wonRevenue());
            if (!same) {
                return false;
            }
            seen += line == null ? 0 : 1;
        }
        return seen
                == counted.lines().keySet().stream()
                        .filter(account -> account != null)
                        .count();
    }
}
