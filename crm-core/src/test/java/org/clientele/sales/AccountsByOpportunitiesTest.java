package org.clientele.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.AccountsByOpportunities.Kind;
import org.clientele.sales.AccountsByOpportunities.Result;
import org.clientele.sales.AccountsByOpportunities.Row;
import org.clientele.value.Money;

class AccountsByOpportunitiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(
            Role.administrator("administrator"),
            Role.named("seller")
                    .grant(Account.TYPE, AccessLevel.USER, Permission.VIEW, Permission.CREATE)
                    .grant(Opportunity.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));
    private final Session olga = session("olga", "administrator");
    private final Session ivan = session("ivan", "seller");

    private Session session(String name, String role) {
        return crm.as(system.save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role)));
    }

    /** Each deal is a number: the account that it belongs to (the last number stands for none) times three ways to end. */
    @Property(tries = 60)
    void theReportCountsWhatAPlainLoopCounts(@ForAll @Size(max = 40) List<@IntRange(max = 14) Integer> deals) {
        List<Account> accounts = new ArrayList<>();
        for (String name : List.of("Big Bear Stores", "acuserv", "Body Toning", "Idle")) {
            accounts.add((accounts.size() == 2 ? ivan : olga).save(new Account(name)));
        }
        long[][] expected = new long[5][3];
        for (int deal : deals) {
            int account = deal / 3 == 3 ? 4 : deal / 3;
            expected[account][deal % 3]++;
            olga.save(opportunity(account == 4 ? null : accounts.get(account), deal % 3));
        }
        Result seen = ivan.run(AccountsByOpportunities.report());
        assertThat(seen.rows()).extracting(Row::name).containsExactly("Body Toning");
        assertThat(counts(seen.rows().get(0))).containsExactly(expected[2]);
        assertThat(counts(seen.withoutAccount())).containsExactly(expected[4]);
        assertThat(seen.undisclosed().total())
                .isEqualTo(deals.stream().filter(deal -> deal < 6).count());
        assertThat(seen.totals().total()).isEqualTo(deals.size());
        Result all = olga.run(AccountsByOpportunities.report());
        assertThat(all.rows())
                .extracting(Row::name)
                .containsExactly("acuserv", "Big Bear Stores", "Body Toning", "Idle");
        assertThat(counts(all.rows().get(1))).containsExactly(expected[0]);
        assertThat(counts(all.rows().get(3))).containsExactly(0, 0, 0);
        for (Result result : List.of(seen, all)) {
            checkDrillDown(result == seen ? ivan : olga, result);
        }
        olga.inTransaction(tx -> tx.select(Opportunity.TYPE).list().forEach(tx::delete));
        olga.inTransaction(tx -> tx.select(Account.TYPE).list().forEach(tx::delete));
    }

    private static long[] counts(Row row) {
        assertThat(row.won() + row.lost() + row.pending()).isEqualTo(row.total());
        return new long[] {row.won(), row.lost(), row.pending()};
    }

    private static void checkDrillDown(Session session, Result result) {
        List<Row> rows = new ArrayList<>(result.rows());
        rows.addAll(List.of(result.withoutAccount(), result.undisclosed(), result.totals()));
        for (Row row : rows) {
            assertThat(session.select(Opportunity.TYPE)
                            .where(result.records(row, Kind.WON))
                            .count())
                    .isEqualTo(row.won());
            assertThat(session.select(Opportunity.TYPE)
                            .where(result.records(row, Kind.PENDING))
                            .count())
                    .isEqualTo(row.pending());
        }
    }

    private static Opportunity opportunity(Account account, int end) {
        Opportunity deal = account == null ? new Opportunity("Deal") : new Opportunity("Deal", account);
        return switch (end) {
            case 0 -> deal.win(Money.of("10.50", "USD"), DAY);
            case 1 -> deal.lose(CloseReason.OUTSOLD, DAY);
            default -> deal;
        };
    }
}
