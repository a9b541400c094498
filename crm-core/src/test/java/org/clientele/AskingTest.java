package org.clientele;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.access.AccessLevel.NONE;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.junit.jupiter.api.Test;

/** That questions about others are answered by what is stored, whatever of it is hidden from the one who asks. */
class AskingTest {

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(
            Role.named("seller").grant(Account.TYPE, USER, VIEW, CREATE, EDIT),
            Role.named("clerk")
                    .grant(Account.TYPE, ORGANIZATION, VIEW, ASSIGN)
                    .grant(User.TYPE, ORGANIZATION, VIEW)
                    .restrict(Account.TYPE, Account.OWNER, NONE, VIEW))));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));
    private final User olga = system.save(user("olga", "seller"));
    private final User ivan = system.save(user("ivan", "clerk"));
    private final Account acuserv = crm.as(olga).save(new Account("Acuserv"));
    private final Session clerk = crm.as(ivan);

    private User user(String name, String role) {
        return new User(name, name + "@acme.example", name, "Example", acme).addRole(role);
    }

    @Test
    void whoMayIsNotJudgedByTheOwnerThatIsHidden() {
        assertThat(clerk.get(Account.TYPE, acuserv.getId()).getOwner()).isNull();
        assertThat(clerk.whoMay(EDIT, acuserv)).containsExactly(olga);
    }

    @Test
    void whyAnotherMayIsToldWithoutTheNamesThatAreHidden() {
        assertThat(clerk.check(olga, EDIT, acuserv).granted()).isTrue();
        assertThat(clerk.check(ivan, EDIT, acuserv).explain())
                .doesNotContain("olga")
                .contains("this account");
    }

    @Test
    void whoCanOwnIsNotJudgedByTheOwnerThatIsHidden() {
        assertThat(clerk.assignableOwners(acuserv, Account.OWNER).list()).containsExactly(olga, ivan);
    }
}
