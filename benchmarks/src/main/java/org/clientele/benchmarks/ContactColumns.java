package org.clientele.benchmarks;

import org.clientele.contact.Contact;
import org.clientele.exchange.ImportLayout;

/** The columns of {@link ContactsFile}. */
final class ContactColumns {

    private ContactColumns() {}

    static void add(ImportLayout<Contact> layout) {
        layout.column("Name prefix", Contact.NAME_PREFIX)
                .column("First name", Contact.FIRST_NAME)
                .column("Middle name", Contact.MIDDLE_NAME)
                .column("Last name", Contact.LAST_NAME)
                .column("Name suffix", Contact.NAME_SUFFIX)
                .column("Job Title", Contact.JOB_TITLE)
                .column("Description", Contact.DESCRIPTION)
                .column("Fax", Contact.FAX)
                .column("Skype", Contact.SKYPE)
                .column("Twitter", Contact.TWITTER)
                .column("Gender", Contact.GENDER)
                .column("Birthday", Contact.BIRTHDAY);
    }
}
