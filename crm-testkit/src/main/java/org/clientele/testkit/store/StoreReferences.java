package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.account.Account;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.contact.ContactSource;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.model.CrmRecord;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That references and collections come back exactly as they went in, and are replaced as a whole. */
abstract class StoreReferences extends StoreValues {

    @Test
    void referencesComeBack() {
        Contact ada = inserted(complete(new Contact("Ada", "Lovelace")));
        Account bigBear = inserted(account("Big Bear Stores"));
        Account acuserv = account("Acuserv").makeDefault(ada);
        acuserv.setReferredBy(Ref.to(bigBear));
        assertKept(acuserv);
        Partner partner = complete(new Partner("Acuserv", acuserv, channel()));
        partner.setIntroducedBy(Ref.to(bigBear));
        assertKept(partner);
        assertKept(complete(new Opportunity("Analytical engine", partner)));
        Visit first = inserted(visit("Inspection"));
        Visit next = visit("Inspection");
        next.setFollows(Ref.to(first));
        assertKept(next);
    }

    @Test
    void referencesToAnythingComeBack() {
        for (CrmRecord target : List.of(inserted(account("Acuserv")), inserted(visit("Inspection")), olga())) {
            Visit visit = visit("Inspection");
            visit.setAbout(new AnyRef(crm().schema().typeOf(target).name(), target.getId()));
            assertKept(visit);
        }
    }

    @Test
    void setsOfTextsComeBack() {
        Account acuserv = account("Acuserv");
        acuserv.setTags(new TreeSet<>(Set.of("VIP", "vip", "a,b", "\ud83d\ude00", "'\\%", "with space")));
        assertKept(acuserv);
        assertThat(stored(inserted(account("Body Toning"))).getTags()).isEmpty();
    }

    @Test
    void setsOfReferencesComeBack() {
        Contact ada = complete(new Contact("Ada", "Lovelace"));
        Contact charles = complete(new Contact("Charles", "Babbage"));
        ContactGroup group = inserted(complete(new ContactGroup("Pioneers")));
        insertAll(ada.addGroup(group), charles);
        assertSame(ada, stored(ada));
        assertKept(account("Acuserv").addContact(ada).addContact(charles));
        assertKept(visit("Inspection").addAttendee(charles).addAttendee(ada));
    }

    @Test
    void ownedItemsComeBackInTheirOrder() {
        Contact ada = complete(new Contact("Ada", "Lovelace"))
                .addEmail("zoe@example.org")
                .addEmail("ada@example.org")
                .addPhone("2")
                .addPhone("1")
                .addAddress(Address.in("GB").with(Address.CITY, "London").with(Address.STREET, "a\nb"))
                .addAddress(Address.in("US").with(Address.TYPES, "billing,shipping"));
        assertKept(ada.makePrimaryPhone("1"));
        assertThat(stored(ada).getEmails())
                .extracting(EmailAddress::email)
                .first()
                .isEqualTo("zoe@example.org");
        BusinessCustomer customer = complete(new BusinessCustomer("Acuserv", inserted(account("Acuserv")), channel()));
        customer.setPhones(List.of(new PhoneNumber("2", true), new PhoneNumber("1", false)));
        assertKept(customer);
    }

    @Test
    void anUpdateReplacesEveryValue() {
        Contact ada = stored(inserted(complete(new Contact("Ada", "Lovelace"))
                .addEmail("zoe@example.org")
                .addEmail("ada@example.org")
                .addTag("VIP")
                .addTag("old")));
        ada.setEmails(List.of(new EmailAddress("ada@example.org", true), new EmailAddress("zoe@example.org", false)));
        ada.setPhones(List.of(new PhoneNumber("1", true)));
        ada.setTags(Set.of("VIP", "new"));
        ada.setLastName("King");
        updated(ada);
        assertSame(ada, stored(ada));
    }

    @Test
    void anUpdateMayTakeAwayEveryValueThatIsNotNeeded() {
        Contact boss = inserted(complete(new Contact("Charles", "Babbage")));
        Contact ada = complete(new Contact("Ada", "Lovelace"))
                .addEmail("ada@example.org")
                .addPhone("1")
                .addAddress(Address.in("GB"))
                .addTag("VIP")
                .addGroup(inserted(complete(new ContactGroup("Pioneers"))));
        ada.setReportsTo(Ref.to(boss));
        ada.setBirthday(LocalDate.of(1815, 12, 10));
        ada.setSource(ContactSource.DICTIONARY.values().iterator().next());
        ada.setDescription("Countess");
        Contact bare = stored(inserted(ada));
        Contact none = complete(new Contact("Ada", "Lovelace"));
        Contact.TYPE.copyValues(none, bare);
        updated(bare);
        assertSame(none, stored(ada));
        Visit visit = visit("Inspection").addAttendee(boss);
        visit.setExpenses(Money.of("12.5", "USD"));
        visit.setAbout(new AnyRef("contact", boss.getId()));
        visit.setConfirmed(true);
        Visit plain = stored(inserted(visit));
        Visit.TYPE.copyValues(visit("Inspection"), plain);
        updated(plain);
        assertSame(visit("Inspection"), stored(visit));
    }
}
