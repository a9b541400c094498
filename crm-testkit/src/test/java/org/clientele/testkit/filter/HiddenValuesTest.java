package org.clientele.testkit.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.filter.Filter;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What may not be seen is no value: neither of a record nor at the end of a path, however it is asked. */
class HiddenValuesTest {

    private static final Role SELLER = Role.named("seller")
            .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.values())
            .restrict(Contact.TYPE, Contact.BIRTHDAY, AccessLevel.USER, Permission.VIEW);

    private final Crm crm = Crm.open(config -> config.access(RolePolicy.of(SELLER)));
    private final Session system = crm.asSystem();
    private final Organization acme = system.save(new Organization("Acme"));
    private final User olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
    private final User ivan =
            system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("seller"));

    private <R extends UserOwned> R owned(User owner, R record) {
        record.setOwner(Ref.to(owner));
        record.setOrganization(Ref.to(acme));
        return system.save(record);
    }

    private Contact bornInMarch(User owner) {
        Contact contact = new Contact("Ada", "Lovelace");
        contact.setBirthday(LocalDate.of(1815, 3, 10));
        return owned(owner, contact);
    }

    private Account of(Contact contact) {
        Account account = new Account("Account of " + contact.getId());
        account.setDefaultContact(Ref.to(contact));
        return owned(olga, account.addContact(contact));
    }

    private List<Account> seenByIvan(Criterion<Account> where) {
        return crm.as(ivan).select(Account.TYPE).where(where).list();
    }

    @Test
    void aHiddenDayHasNoMonth() {
        Contact shown = bornInMarch(ivan);
        Contact hidden = bornInMarch(olga);
        Criterion<Contact> inMarch = Contact.BIRTHDAY.monthIn(Month.MARCH);
        assertThat(system.select(Contact.TYPE).where(inMarch).list()).containsExactly(shown, hidden);
        assertThat(crm.as(ivan).select(Contact.TYPE).where(inMarch).list()).containsExactly(shown);
        assertThat(crm.as(ivan).select(Contact.TYPE).where(inMarch.negate()).list())
                .containsExactly(hidden);
    }

    @Test
    void aPathToAHiddenValueLeadsNowhere() {
        Account shown = of(bornInMarch(ivan));
        Account hidden = of(bornInMarch(olga));
        Criterion<Account> inMarch =
                Account.DEFAULT_CONTACT.to(Contact.BIRTHDAY).matches(day -> day.monthIn(Month.MARCH));
        assertThat(seenByIvan(inMarch)).containsExactly(shown);
        assertThat(seenByIvan(inMarch.negate())).containsExactly(hidden);
        assertThat(seenByIvan(Account.DEFAULT_CONTACT.to(Contact.BIRTHDAY).matches(day -> day.isBlank())))
                .containsExactly(hidden);
        assertThat(seenByIvan(read("defaultContact.birthday is blank"))).containsExactly(hidden);
        assertThat(seenByIvan(read("defaultContact.birthday.month is 3"))).containsExactly(shown);
        assertThat(seenByIvan(read("defaultContact.birthday is not 1815-03-10")))
                .containsExactly(hidden);
    }

    private Criterion<Account> read(String text) {
        return Filter.read(crm.schema(), Account.TYPE, text).criterion(Instant.EPOCH, ZoneOffset.UTC);
    }
}
