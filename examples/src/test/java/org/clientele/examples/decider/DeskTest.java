package org.clientele.examples.decider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.access.Permission.EDIT;

import java.util.Set;
import org.clientele.access.Capability;
import org.clientele.account.Account;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

class DeskTest {

    private final Desk desk = new Desk();

    @Test
    void theDeciderSaysWhoMayChangeWhatAndByWhichRule() {
        Account olgas = desk.open(desk.olga, "Acuserv");
        Account ivans = desk.open(desk.ivan, "Body Toning");
        assertThat(desk.crm.as(desk.ivan).check(EDIT, olgas).reason())
                .isEqualTo("ivan may EDIT Acuserv as leader by the rule [leader, account, EDIT, TEAM]");
        assertThat(desk.crm.as(desk.olga).check(EDIT, ivans).reason())
                .isEqualTo("no rule allows olga to EDIT Body Toning");
        assertThat(desk.crm.as(desk.olga).check(Capability.EXPORT).granted()).isFalse();
        assertThat(desk.crm.as(desk.ivan).check(Capability.EXPORT).granted()).isTrue();
    }

    @Test
    void whoLeavesATeamInTheListOfStaffSeesItsAccountsNoMore() {
        Account ivans = desk.open(desk.ivan, "Body Toning");
        assertThat(desk.crm.as(desk.olga).select(Account.TYPE).list()).containsExactly(ivans);
        desk.staff.put("olga", Ref.to(desk.acme), Set.of(), "seller");
        assertThat(desk.crm.as(desk.olga).select(Account.TYPE).list()).isEmpty();
    }
}
