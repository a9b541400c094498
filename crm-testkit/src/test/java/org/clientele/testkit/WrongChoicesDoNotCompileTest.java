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
                        + ".append(Account.CONTACTS, Account.TAGS)"))
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
                "choices.master(contact)",
                "choices.absorb(account, contact)"
            })
    void othersDoNot(String choice) {
        assertThat(Compiled.errors(choice)).isNotEmpty();
    }
}
