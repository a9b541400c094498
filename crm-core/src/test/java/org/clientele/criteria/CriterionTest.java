package org.clientele.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.junit.jupiter.api.Test;

/** How conditions, orders and pages read, in the messages and the logs of a host. */
class CriterionTest {

    @Test
    void aChainOfThousandsIsNotDeep() {
        Criterion<Account> any = Account.NAME.is("a");
        Criterion<Account> all = Account.NAME.isPresent();
        for (int i = 0; i < 5_000; i++) {
            any = any.or(Account.NAME.is("a" + i));
            all = all.and(Account.NAME.is("a" + i).negate());
        }
        assertThat(any.test(new Account("A4999"), Lookup.NOTHING)).isTrue();
        assertThat(any.test(new Account("A5000"), Lookup.NOTHING)).isFalse();
        assertThat(all.test(new Account("A4999"), Lookup.NOTHING)).isFalse();
        assertThat(all.test(new Account("A5000"), Lookup.NOTHING)).isTrue();
    }

    @Test
    void aConditionReadsAsItIsMeant() {
        assertThat(Criterion.always()).hasToString("always");
        assertThat(Criterion.never()).hasToString("never");
        assertThat(Account.NAME.contains("Bear").and(Account.TAGS.contains("VIP")))
                .hasToString("(name CONTAINS 'bear' and tags has any of [VIP])");
        assertThat(Account.NAME.isBlank().or(Account.NAME.is("a").negate()))
                .hasToString("(name is blank or not name EQUAL 'a')");
        assertThat(Opportunity.STATUS.is(OpportunityStatus.WON)).asString().startsWith("status is ");
        assertThat(Opportunity.STATUS.in(OpportunityStatus.WON, OpportunityStatus.LOST))
                .asString()
                .startsWith("status is one of [");
        assertThat(Opportunity.PROBABILITY.atLeast(new BigDecimal("0.5"))).hasToString("probability AT_LEAST 0.5000");
        assertThat(Account.NAME.in(List.of("A"))).hasToString("name is one of the texts [a]");
        assertThat(Opportunity.ACCOUNT.matches(Account.NAME.is("a"))).hasToString("account with name EQUAL 'a'");
        assertThat(Opportunity.TYPE.anyPointingBy(Opportunity.ACCOUNT, Criterion.always()))
                .hasToString("referred to by Opportunity.account with always");
        assertThat(Contact.EMAILS.any(Criterion.always())).hasToString("any of emails with always");
        assertThat(Contact.BIRTHDAY.monthIn(Month.MARCH))
                .asString()
                .contains("birthday")
                .contains("3");
        assertThat(new Criterion.OfClass<>(Set.of(Account.class))).hasToString("is of [Account]");
        assertThat(Account.NAME.asc()).hasToString("name ascending");
        assertThat(Account.NAME.desc()).hasToString("name descending");
    }

    @Test
    void pagesAreCountedUp() {
        assertThat(new Page<>(List.of(), 1, 10, 0).pages()).isZero();
        assertThat(new Page<>(List.of(), 1, 10, 10).pages()).isEqualTo(1);
        assertThat(new Page<>(List.of(), 1, 10, 11).pages()).isEqualTo(2);
    }
}
