package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongChoicesDoNotCompileTest {

    @Test
    void fittingChoicesCompile() {
        assertThat(Compiled.errors("choices.master(account).absorb(account, account)"
                        + ".take(Account.NAME, account).take(UserOwned.OWNER, account).take(Account.TAGS, account)"
                        + ".set(Account.DESCRIPTION, null).set(Account.TIMES_CONTACTED, 3)"
                        + ".append(Account.CONTACTS, Account.TAGS)"
                        + ".decide(Account.NAME, longest()).decide(Account.NAME, newest())"
                        + ".decide(Account.TIMES_CONTACTED, sum()).decide(Account.LAST_CONTACTED_AT, latest())"
                        + ".decide(Account.TAGS, append()).decide(Account.TAGS, replace())"
                        + ".decide(UserOwned.OWNER, byPriority(Account.NAME, \"Acuserv\"))"
                        + ".prefer(mostComplete()).prefer(byPriority(Account.NAME, \"Acuserv\"))"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "choices.append(Account.NAME)",
                "choices.set(Account.NAME, 3)",
                "choices.set(Account.TIMES_CONTACTED, \"three\")",
                "choices.set(Account.REFERRED_BY, account)",
                "choices.take(Account.NAME, contact)",
                "choices.take(Contact.EMAIL, account)",
                "choices.decide(Account.NAME, highest())",
                "choices.decide(Account.NAME, sum())",
                "choices.decide(Account.NAME, latest())",
                "choices.decide(Account.NAME, append())",
                "choices.decide(Account.NAME, anyTrue())",
                "choices.decide(Account.NAME, totalAmount())",
                "choices.decide(Account.TIMES_CONTACTED, longest())",
                "choices.decide(Account.TAGS, longest())",
                "choices.decide(Contact.FIRST_NAME, longest())",
                "choices.decide(Account.NAME, byPriority(Contact.FIRST_NAME, \"Ada\"))",
                "choices.prefer(longest())",
                "choices.prefer(append())",
                "choices.prefer(sum())",
                "choices.prefer(byPriority(Contact.FIRST_NAME, \"Ada\"))",
                "Account.NAME.with(sum())",
                "Account.NAME.with(append())",
                "choices.master(contact)",
                "choices.absorb(account, contact)"
            })
    void othersDoNot(String choice) {
        assertThat(Compiled.errors(choice)).isNotEmpty();
    }
}
