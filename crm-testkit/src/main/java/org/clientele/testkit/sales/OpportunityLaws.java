package org.clientele.testkit.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.customer.Customer;
import org.clientele.model.InvalidRecordException;
import org.clientele.sales.CloseReason;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.testkit.host.Partner;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That an opportunity stays what its rules say, whatever is done to it. */
abstract class OpportunityLaws extends OpportunityTable {

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMinSize(1).ofMaxSize(12);
    }

    private Office office() {
        Office office = new Office(newStore(), config -> config.choices(Opportunity.STATUS, Act.ON_HOLD));
        office.rates.put("EUR", new BigDecimal("2.00005"));
        return office;
    }

    @Property(tries = 40)
    void whateverIsDoneAnOpportunityIsWhatSomebodyKeepsByHand(@ForAll("acts") List<Act> acts) {
        Office office = office();
        Opportunity stored = office.session().save(new Opportunity("Analytical engine"));
        OpportunityByHand hand = new OpportunityByHand(office);
        for (Act act : acts) {
            office.pass(Duration.ofHours(20));
            Opportunity deal = office.session().get(Opportunity.TYPE, stored.getId());
            if (act instanceof Act.Reopen && deal.getClosedAt() == null) {
                assertThatThrownBy(() -> act.to(deal)).isInstanceOf(IllegalStateException.class);
                continue;
            }
            act.to(deal);
            hand.note(act);
            if (hand.lacksRate()) {
                assertThatThrownBy(() -> office.session().save(deal))
                        .isInstanceOf(InvalidRecordException.class)
                        .hasMessageContaining("is in GBP, which has no rate to the base currency on 2026-");
                return;
            }
            office.session().save(deal);
            Opportunity saved = office.session().get(Opportunity.TYPE, stored.getId());
            checkInvariants(saved);
            hand.check(saved);
        }
    }

    private static void checkInvariants(Opportunity deal) {
        boolean closed =
                OpportunityStatus.WON.equals(deal.getStatus()) || OpportunityStatus.LOST.equals(deal.getStatus());
        assertThat(deal.getClosedAt() != null).as("has a time of closing").isEqualTo(closed);
        assertThat(deal.getBaseBudget() == null)
                .as("has no base budget")
                .isEqualTo(!closed || deal.getBudget() == null);
        assertThat(deal.getBaseCloseRevenue() == null)
                .as("has no base close revenue")
                .isEqualTo(!closed || deal.getCloseRevenue() == null);
        boolean saysWon = CloseReason.WON.equals(deal.getCloseReason());
        assertThat(!saysWon || OpportunityStatus.WON.equals(deal.getStatus()))
                .as("was won as it says")
                .isTrue();
    }

    /** Which of two customers and which of two accounts is given; 2 is none. */
    @Property(tries = 30)
    void anAccountIsTheCustomersOrTheOneGivenAndNeverAThird(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 8) Integer> given) {
        Office office = new Office(newStore(), config -> config.entity(Partner.TYPE));
        List<Account> accounts = office.session().saveAll(List.of(new Account("Babbage"), new Account("Lovelace")));
        Channel channel =
                office.session().save(new Channel("Partners", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        List<Partner> partners = office.session()
                .saveAll(accounts.stream()
                        .map(account -> new Partner("partner of " + account.getName(), account, channel))
                        .toList());
        Opportunity stored = office.session().save(new Opportunity("Analytical engine"));
        for (int each : given) {
            Ref<Customer> customer = each / 3 == 2 ? null : Ref.<Customer>to(partners.get(each / 3));
            Ref<Account> account = each % 3 == 2 ? null : Ref.to(accounts.get(each % 3));
            Opportunity next = office.session().get(Opportunity.TYPE, stored.getId());
            Ref<Account> before = next.getAccount();
            next.setCustomer(customer);
            next.setAccount(account);
            Ref<Account> own = customer == null ? account : Ref.to(accounts.get(each / 3));
            if (account != null && !account.equals(own) && !account.equals(before)) {
                assertThatThrownBy(() -> office.session().save(next))
                        .isInstanceOf(InvalidRecordException.class)
                        .hasMessage("opportunity Analytical engine: account is another one than that of its customer,"
                                + " which it follows; leave it out, or choose another customer");
                assertThat(office.session()
                                .get(Opportunity.TYPE, stored.getId())
                                .getAccount())
                        .isEqualTo(before);
            } else {
                assertThat(office.session().save(next).getAccount()).isEqualTo(own);
            }
        }
    }

    @Test
    void closingWithoutARateIsRefusedWithAllThatMendsIt() {
        Office office = office();
        Opportunity deal = new Opportunity("Analytical engine");
        deal.setBudget(Money.of("5", "GBP"));
        Opportunity open = office.session().save(deal);
        assertThatThrownBy(() -> office.session().save(open.win(Money.of("7", "GBP"), DAY)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("""
                        opportunity Analytical engine: budget is in GBP, which has no rate to the base currency on 2026-03-01; \
                        let the exchange rates of Currencies.SETTING know one, or give the base budget
                        opportunity Analytical engine: closeRevenue is in GBP, which has no rate to the base currency on \
                        2026-03-01; let the exchange rates of Currencies.SETTING know one, or give the base close revenue""");
        Opportunity again = office.session().get(Opportunity.TYPE, open.getId());
        assertThat(again.getClosedAt()).isNull();
        again.win(Money.of("7", "GBP"), DAY).setBaseBudget(new BigDecimal("10"));
        again.setBaseCloseRevenue(new BigDecimal("14"));
        assertThat(office.session().save(again).getBaseCloseRevenue()).isEqualByComparingTo("14");
    }

    @Test
    void aCloseReasonFitsTheStatus() {
        Office office = office();
        Opportunity deal = new Opportunity("Analytical engine");
        deal.setCloseReason(CloseReason.CANCELLED);
        assertThatThrownBy(() -> office.session().save(deal))
                .hasMessageContaining("closeReason is cancelled while the status is in_progress;");
        deal.setStatus(OpportunityStatus.WON);
        assertThatThrownBy(() -> office.session().save(deal)).hasMessageContaining("while the status is won");
        deal.setStatus(OpportunityStatus.LOST);
        assertThat(office.session().save(deal).getCloseReason()).isEqualTo(CloseReason.CANCELLED);
        assertThatThrownBy(() -> deal.lose(CloseReason.WON, DAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deal.reopen(OpportunityStatus.WON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesSetOneByOneNeedNeitherAReasonNorADate() {
        Office office = office();
        Opportunity imported = new Opportunity("Analytical engine");
        imported.setStatus(OpportunityStatus.WON);
        imported.setCloseRevenue(Money.of("5", "USD"));
        Opportunity won = office.session().save(imported);
        assertThat(won.getCloseReason()).isNull();
        assertThat(won.getClosedAt()).isEqualTo(START);
        assertThat(won.getBaseCloseRevenue()).isEqualByComparingTo("5");
        assertThat(office.session()
                        .select(Opportunity.TYPE)
                        .where(Opportunity.COUNTS)
                        .list())
                .containsExactly(won);
    }
}
