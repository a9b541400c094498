package org.clientele.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** Collections are taken back element by element, and nobody is told what is hidden. */
class UndoOfElementsTest {

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(
            Role.administrator("administrator"),
            Role.named("clerk")
                    .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.values())
                    .restrict(Account.TYPE, Account.DESCRIPTION, AccessLevel.NONE, Permission.VIEW))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(user("olga", "administrator"));

    private User user(String name, String role) {
        return crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
    }

    private UUID last() {
        return crm.asSystem().history().latest(1).get(0).id();
    }

    private static EmailAddress primary(String name) {
        return new EmailAddress(name + "@acme.example", true);
    }

    private static EmailAddress email(String name) {
        return new EmailAddress(name + "@acme.example", false);
    }

    /** What is left when a change from the first to the second is taken back after a change to the third. */
    private Undo undo(Contact ada, List<EmailAddress> before, List<EmailAddress> left, List<EmailAddress> now) {
        save(ada, before);
        save(ada, left);
        UUID change = last();
        save(ada, now);
        return sales.undo(change).orThrow();
    }

    private void save(Contact ada, List<EmailAddress> emails) {
        Contact stored = sales.find(Contact.TYPE, ada.getId()).orElse(ada);
        stored.setEmails(emails);
        sales.save(stored);
    }

    private List<EmailAddress> emails(Contact ada) {
        return sales.get(Contact.TYPE, ada.getId()).getEmails();
    }

    @Test
    void whatWasRemovedComesBackToItsPlaceAndItsMark() {
        Contact ada = new Contact("Ada", "Lovelace");
        Undo undo =
                undo(ada, List.of(primary("a"), email("b")), List.of(primary("b")), List.of(primary("b"), email("c")));
        assertThat(undo.kept()).isEmpty();
        assertThat(emails(ada)).containsExactly(primary("a"), email("b"), email("c"));
    }

    @Test
    void thePrimaryOneOfTodayStaysSo() {
        Contact ada = new Contact("Ada", "Lovelace");
        Undo undo =
                undo(ada, List.of(primary("a"), email("b")), List.of(primary("b")), List.of(email("b"), primary("c")));
        assertThat(undo.kept()).isEmpty();
        assertThat(emails(ada)).containsExactly(email("a"), email("b"), primary("c"));
    }

    @Test
    void whatWasAddedAndChangedSinceStaysAndIsNamed() {
        Contact ada = new Contact("Ada", "Lovelace");
        Undo undo =
                undo(ada, List.of(primary("a")), List.of(email("a"), primary("x")), List.of(primary("a"), email("x")));
        assertThat(undo.kept()).extracting(Kept::property).contains("emails");
        assertThat(emails(ada)).containsExactly(primary("a"), email("x"));
    }

    @Test
    void whatWasRemovedIsPutBehindTheNearestThatStoodBeforeIt() {
        Contact ada = new Contact("Ada", "Lovelace");
        undo(
                ada,
                List.of(primary("a"), email("b"), email("c"), email("d")),
                List.of(primary("a"), email("b"), email("d")),
                List.of(primary("a"), email("d")));
        assertThat(emails(ada)).containsExactly(primary("a"), email("c"), email("d"));
    }

    @Test
    void whatWasRemovedAndAddedAgainIsThereOnce() {
        Contact ada = new Contact("Ada", "Lovelace");
        Undo undo =
                undo(ada, List.of(primary("a"), email("b")), List.of(primary("a")), List.of(primary("b"), email("a")));
        assertThat(emails(ada)).containsExactly(primary("b"), email("a"));
        assertThat(undo.kept()).extracting(Kept::property).contains("emails");
    }

    @Test
    void nothingIsLeftWhenAllThatIsThereWasAdded() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        ada.setTags(new TreeSet<>(List.of("press", "VIP")));
        Contact tagged = sales.save(ada);
        UUID change = last();
        tagged.setTags(new TreeSet<>(List.of("VIP")));
        sales.save(tagged);
        assertThat(sales.undo(change).orThrow().kept()).isEmpty();
        assertThat(sales.get(Contact.TYPE, ada.getId()).getTags()).isEmpty();
    }

    @Test
    void whatWasMadeGoesAlthoughOneOfManyThatItPointsToWasMerged() {
        Contact ada = sales.save(new Contact("Ada", "Lovelace"));
        Contact bo = sales.save(new Contact("Bo", "Example"));
        Contact cy = sales.save(new Contact("Cy", "Example"));
        Account acuserv =
                sales.save(new Account("Acuserv").addContact(ada).addContact(bo).makeDefault(ada));
        UUID creation = last();
        sales.apply(sales.planMerge(Contact.TYPE, choices -> choices.master(cy).absorb(ada)))
                .orThrow();
        assertThat(sales.get(Account.TYPE, acuserv.getId()).getContacts())
                .containsExactlyInAnyOrder(Ref.to(bo), Ref.to(cy));
        assertThat(sales.undo(creation).orThrow().kept()).isEmpty();
        assertThat(sales.find(Account.TYPE, acuserv.getId())).isEmpty();
    }

    @Test
    void whatIsHiddenIsKeptWithoutBeingTold() {
        Account acuserv = sales.save(new Account("Acuserv"));
        acuserv.setName("Acuserv Ltd");
        acuserv.setDescription("sells bears");
        Account renamed = sales.save(acuserv);
        UUID change = last();
        renamed.setDescription("sells engines");
        sales.save(renamed);
        UUID later = last();
        Undo seen = sales.planUndo(change);
        assertThat(seen.kept())
                .containsExactly(new Kept(
                        "account",
                        acuserv.getId(),
                        "Acuserv Ltd",
                        "description",
                        "sells engines",
                        later,
                        sales.actor().name(),
                        "was changed since"));
        Session clerk = crm.as(user("ivan", "clerk"));
        Undo hidden = clerk.planUndo(change);
        assertThat(hidden.kept())
                .containsExactly(
                        new Kept("account", acuserv.getId(), "Acuserv Ltd", null, null, null, "", "was changed since"));
    }
}
