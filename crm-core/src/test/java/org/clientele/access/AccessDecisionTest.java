package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.clientele.account.Account;
import org.junit.jupiter.api.Test;

/** A decision carries its reason, the mend and what each rule said. */
class AccessDecisionTest {

    private static final AccessDecision YES = AccessDecision.of(true, "the policy lets the actor EDIT Acuserv");
    private static final AccessDecision NO = new AccessDecision(
            false,
            "olga owns Acuserv",
            new Grant(Account.TYPE, Permission.EDIT, AccessLevel.ORGANIZATION),
            List.of(new AccessDecision(true, "the team", null, List.of(YES)), AccessDecision.of(false, "the rest")));

    @Test
    void aYesDoesNothingAndANoIsThrownWithTheMend() {
        assertThatCode(YES::orThrow).doesNotThrowAnyException();
        assertThatThrownBy(NO::orThrow)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage("olga owns Acuserv; missing: EDIT account at ORGANIZATION");
    }

    @Test
    void theExplanationIsATree() {
        assertThat(NO.explain()).isEqualTo("""
                        no   olga owns Acuserv; missing: EDIT account at ORGANIZATION
                             yes  the team
                                  yes  the policy lets the actor EDIT Acuserv
                             no   the rest""");
        assertThat(YES.explain()).isEqualTo("yes  the policy lets the actor EDIT Acuserv");
    }

    @Test
    void theSentenceNamesWhatIsMissingWhereSomethingWouldHelp() {
        assertThat(YES.sentence()).isEqualTo("the policy lets the actor EDIT Acuserv");
        assertThat(NO.sentence()).isEqualTo("olga owns Acuserv; missing: EDIT account at ORGANIZATION");
    }

    @Test
    void thePartsAreThoseThatItWasMadeWith() {
        List<AccessDecision> parts = new ArrayList<>(List.of(YES));
        AccessDecision decision = new AccessDecision(true, "yes", null, parts);
        parts.clear();
        assertThat(decision.parts()).containsExactly(YES);
    }
}
