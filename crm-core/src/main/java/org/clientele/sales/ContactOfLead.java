package org.clientele.sales;

import java.util.ArrayList;
import java.util.List;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.criteria.Criterion;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemType;

/**
 * Makes a contact of what a lead knows about a person. A contact needs exactly one primary phone and address, and a lead
 * does not: the first that is marked stays the primary one, or the first of all becomes it.
 */
final class ContactOfLead {

    /** What is wrong with a lead that names no contact and does not know enough of a person to make one. */
    static final String NOBODY =
            "names no contact and nobody to become one; choose a contact, or give the lead a first or a"
                    + " last name, an e-mail address or a phone number";

    /** The lead names a contact, or seems to know enough of a person to make one. */
    static final Criterion<Lead> NAMED = Lead.CONTACT
            .isPresent()
            .or(Lead.FIRST_NAME.isPresent())
            .or(Lead.LAST_NAME.isPresent())
            .or(Lead.EMAILS.isPresent())
            .or(Lead.PHONES.isPresent());

    private ContactOfLead() {}

    /** Whether the lead knows enough of a person to make a contact. */
    static boolean isKnown(Lead lead) {
        return fill(Contact.TYPE.newRecord(), lead).isKnown();
    }

    /** Gives the contact the parts of the lead: not what its addresses are used for, nor at which organization they are. */
    static Contact fill(Contact contact, Lead lead) {
        contact.setNamePrefix(lead.getNamePrefix());
        contact.setFirstName(lead.getFirstName());
        contact.setMiddleName(lead.getMiddleName());
        contact.setLastName(lead.getLastName());
        contact.setNameSuffix(lead.getNameSuffix());
        contact.setJobTitle(lead.getJobTitle());
        contact.setTwitter(lead.getTwitter());
        contact.setLinkedIn(lead.getLinkedIn());
        contact.setDescription(lead.getName());
        contact.setEmails(onePrimary(EmailAddress.TYPE, EmailAddress.PRIMARY, lead.getEmails()));
        contact.setPhones(onePrimary(PhoneNumber.TYPE, PhoneNumber.PRIMARY, lead.getPhones()));
        contact.setAddresses(onePrimary(
                Address.TYPE,
                Address.PRIMARY,
                lead.getAddresses().stream().map(ContactOfLead::postal).toList()));
        return contact;
    }

    private static Address postal(Address address) {
        return address.with(Address.ORGANIZATION, null).with(Address.TYPES, null);
    }

    private static <I> List<I> onePrimary(ItemType<I> type, BooleanProperty<I> primary, List<I> items) {
        int chosen = 0;
        for (int i = items.size() - 1; i >= 0; i--) {
            chosen = Boolean.TRUE.equals(primary.get(items.get(i))) ? i : chosen;
        }
        List<I> marked = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            marked.add(type.with(items.get(i), primary, i == chosen));
        }
        return marked;
    }
}
