package org.clientele.benchmarks;

import java.time.LocalDate;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.contact.ContactSource;
import org.clientele.contact.Gender;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;

/** A contact as one meets it, with about half of its properties filled, and the same one a day later. */
final class Contacts {

    private Contacts() {}

    static Contact today() {
        Organization acme = new Organization("Acme");
        User olga = new User("olga", "olga@acme.example", "Olga", "Example", acme);
        Contact contact = new Contact("Ada", "Lovelace")
                .addEmail("ada@acuserv.example")
                .addEmail("ada@example.org")
                .addPhone("+1 555 0100")
                .addGroup(new ContactGroup("Mathematicians"))
                .addTag("engine")
                .addTag("notes");
        contact.setGender(Gender.FEMALE);
        contact.setJobTitle("Analyst");
        contact.setSkype("ada.lovelace");
        contact.setBirthday(LocalDate.of(1985, 12, 10));
        contact.setSource(ContactSource.WEBSITE);
        contact.setDescription("Wrote the first program for the analytical engine.");
        contact.setOwner(Ref.to(olga));
        contact.setOrganization(Ref.to(acme));
        Contact.TIMES_CONTACTED.set(contact, 3);
        return contact;
    }

    /** Five properties differ. */
    static Contact tomorrow(Contact today) {
        Contact contact = Contact.TYPE.copy(today).addEmail("countess@example.org");
        contact.setLastName("King");
        contact.setJobTitle("Countess of Lovelace");
        contact.setSource(ContactSource.CALL);
        contact.setBirthday(LocalDate.of(1985, 12, 11));
        return contact;
    }
}
