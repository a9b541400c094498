package org.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.GLOBAL;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.sales.BusinessCustomer;
import org.clientele.website.WebsiteVisit;
import org.junit.jupiter.api.Test;

/** What a role says: how far each permission reaches on each type and each property, and which capabilities it has. */
class RoleTest {

    private final Role rep =
            Role.named("rep").grant(Account.TYPE, ORGANIZATION, VIEW).grant(Account.TYPE, USER, EDIT, DELETE);

    @Test
    void whatIsNotGrantedReachesNowhere() {
        Role none = Role.named("rep");
        assertThat(none.level(Account.TYPE, VIEW)).isEqualTo(NONE);
        assertThat(rep.level(Account.TYPE, CREATE)).isEqualTo(NONE);
        assertThat(rep.level(Contact.TYPE, VIEW)).isEqualTo(NONE);
    }

    @Test
    void eachPermissionReachesAsFarAsItIsGranted() {
        assertThat(rep.level(Account.TYPE, VIEW)).isEqualTo(ORGANIZATION);
        assertThat(rep.level(Account.TYPE, EDIT)).isEqualTo(USER);
        assertThat(rep.level(Account.TYPE, DELETE)).isEqualTo(USER);
    }

    @Test
    void ofSeveralGrantsTheHighestCountsInWhateverOrder() {
        Role up = Role.named("up").grant(Account.TYPE, USER, VIEW).grant(Account.TYPE, BUSINESS_UNIT, VIEW);
        Role down = Role.named("down").grant(Account.TYPE, BUSINESS_UNIT, VIEW).grant(Account.TYPE, USER, VIEW);
        assertThat(up.level(Account.TYPE, VIEW)).isEqualTo(BUSINESS_UNIT);
        assertThat(down.level(Account.TYPE, VIEW)).isEqualTo(BUSINESS_UNIT);
    }

    @Test
    void aGrantReachesDownToTheTypesThatExtendItsOwnAndNeverUp() {
        Role desk = Role.named("desk").grant(Customer.TYPE, USER, VIEW).grant(BusinessCustomer.TYPE, USER, EDIT);
        assertThat(desk.level(BusinessCustomer.TYPE, VIEW)).isEqualTo(USER);
        assertThat(desk.level(Customer.TYPE, EDIT)).isEqualTo(NONE);
    }

    @Test
    void aRoleIsNeverChangedOnlyExtended() {
        Role none = Role.named("rep");
        none.grant(Account.TYPE, USER, VIEW);
        none.allow(Capability.MERGE);
        none.restrict(Account.TYPE, Account.NAME, NONE, VIEW);
        assertThat(none.level(Account.TYPE, VIEW)).isEqualTo(NONE);
        assertThat(none.allows(Capability.MERGE)).isFalse();
        assertThat(none.restricted(Account.TYPE, VIEW)).isEmpty();
    }

    @Test
    void capabilitiesAreAllowedOneByOneAndKept() {
        Role role = Role.named("rep").allow(Capability.IMPORT).allow(Capability.EXPORT);
        assertThat(role.allows(Capability.IMPORT)).isTrue();
        assertThat(role.allows(Capability.EXPORT)).isTrue();
        assertThat(role.allows(Capability.MERGE)).isFalse();
        assertThat(role.grant(Account.TYPE, USER, VIEW).allows(Capability.IMPORT))
                .isTrue();
        assertThat(role.grant(Account.TYPE, USER, VIEW).allow(Capability.MERGE).level(Account.TYPE, VIEW))
                .isEqualTo(USER);
    }

    @Test
    void anAdministratorReachesEverythingWhateverElseIsSaid() {
        Role administrator = Role.administrator("root")
                .restrict(Account.TYPE, Account.NAME, NONE, VIEW)
                .grant(Account.TYPE, USER, VIEW)
                .allow(Capability.MERGE);
        assertThat(administrator.level(Account.TYPE, VIEW)).isEqualTo(GLOBAL);
        assertThat(administrator.level(Contact.TYPE, ASSIGN)).isEqualTo(GLOBAL);
        assertThat(administrator.level(Account.TYPE, VIEW, "name")).isEqualTo(GLOBAL);
        assertThat(administrator.restricted(Account.TYPE, VIEW)).isEmpty();
        assertThat(administrator.allows(Capability.EXPORT)).isTrue();
    }

    @Test
    void anAdministratorOfLessReachesThatFarEverywhereAndFurtherByGrants() {
        Role own = Role.administrator("office", ORGANIZATION)
                .grant(Account.TYPE, GLOBAL, VIEW)
                .grant(Account.TYPE, USER, EDIT)
                .restrict(Account.TYPE, Account.DESCRIPTION, NONE, VIEW);
        assertThat(own.level(Contact.TYPE, ASSIGN)).isEqualTo(ORGANIZATION);
        assertThat(own.level(Account.TYPE, VIEW)).isEqualTo(GLOBAL);
        assertThat(own.level(Account.TYPE, EDIT)).isEqualTo(ORGANIZATION);
        assertThat(own.level(Account.TYPE, VIEW, "description")).isEqualTo(NONE);
        assertThat(own.allows(Capability.EXPORT)).isTrue();
    }

    @Test
    void aPropertyFollowsItsRecordUnlessItIsRestricted() {
        Role restricted = rep.restrict(Account.TYPE, Account.DESCRIPTION, USER, VIEW);
        assertThat(restricted.level(Account.TYPE, VIEW, "description")).isEqualTo(USER);
        assertThat(restricted.level(Account.TYPE, VIEW, "name")).isEqualTo(ORGANIZATION);
        assertThat(restricted.level(Account.TYPE, EDIT, "description")).isEqualTo(USER);
        assertThat(restricted.restricted(Account.TYPE, VIEW)).containsExactly("description");
        assertThat(restricted.restricted(Account.TYPE, EDIT)).isEmpty();
        assertThat(restricted.restricted(Contact.TYPE, VIEW)).isEmpty();
        assertThat(restricted.allow(Capability.MERGE).restricted(Account.TYPE, VIEW))
                .isNotEmpty();
        assertThat(restricted.grant(Account.TYPE, USER, VIEW).restricted(Account.TYPE, VIEW))
                .isNotEmpty();
    }

    @Test
    void aPropertyReachesNoFurtherThanItsRecordAndOfSeveralRestrictionsTheLowestCounts() {
        Role loose = rep.restrict(Account.TYPE, Account.DESCRIPTION, GLOBAL, VIEW);
        assertThat(loose.level(Account.TYPE, VIEW, "description")).isEqualTo(ORGANIZATION);
        Role twice = rep.restrict(Account.TYPE, Account.DESCRIPTION, BUSINESS_UNIT, VIEW)
                .restrict(Account.TYPE, Account.DESCRIPTION, NONE, VIEW, EDIT)
                .restrict(Account.TYPE, Account.DESCRIPTION, USER, VIEW);
        assertThat(twice.level(Account.TYPE, VIEW, "description")).isEqualTo(NONE);
        assertThat(twice.level(Account.TYPE, EDIT, "description")).isEqualTo(NONE);
        assertThat(twice.level(Account.TYPE, CREATE, "description")).isEqualTo(NONE);
    }

    @Test
    void aPartHasTheRightsOfItsWholeInAllItsProperties() {
        assertThatThrownBy(() -> rep.restrict(WebsiteVisit.TYPE, WebsiteVisit.VISITOR, USER, VIEW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visitor can not be restricted by itself; restrict who may view the whole");
    }

    @Test
    void wholeRecordsAreDeletedAndAssignedNeverAProperty() {
        for (Permission permission : new Permission[] {DELETE, ASSIGN}) {
            assertThatThrownBy(() -> rep.restrict(Account.TYPE, Account.NAME, USER, VIEW, permission))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(permission + " name means nothing: it is about whole records;"
                            + " restrict VIEW, CREATE or EDIT");
        }
    }

    @Test
    void aRoleIsKnownByItsName() {
        assertThat(rep.name()).isEqualTo("rep");
        assertThat(rep).hasToString("role 'rep'");
        assertThat(Role.administrator("root").name()).isEqualTo("root");
    }

    @Test
    void aGrantIsReadAsASentence() {
        assertThat(new Grant(Account.TYPE, EDIT, USER)).hasToString("EDIT account at USER");
    }
}
