package org.clientele.benchmarks;

import java.util.List;
import org.clientele.contact.Contact;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.cell.Codecs;
import org.clientele.exchange.cell.Column;
import org.clientele.property.Property;

/** The columns of {@link ContactsFile}. */
final class ContactColumns {

    private static final List<Column<Contact, ?>> COLUMNS = List.of(
            column("Name prefix", Contact.NAME_PREFIX),
            column("First name", Contact.FIRST_NAME),
            column("Middle name", Contact.MIDDLE_NAME),
            column("Last name", Contact.LAST_NAME),
            column("Name suffix", Contact.NAME_SUFFIX),
            column("Job Title", Contact.JOB_TITLE),
            column("Description", Contact.DESCRIPTION),
            column("Fax", Contact.FAX),
            column("Skype", Contact.SKYPE),
            column("Twitter", Contact.TWITTER),
            column("Gender", Contact.GENDER),
            column("Birthday", Contact.BIRTHDAY));

    private ContactColumns() {}

    private static <V> Column<Contact, V> column(String title, Property<? super Contact, V> property) {
        return new Column<>(title, property, Codecs.of(property));
    }

    static void add(ImportLayout<Contact> layout) {
        COLUMNS.forEach(layout::column);
    }

    static void write(ExportLayout<Contact> layout) {
        COLUMNS.forEach(layout::column);
    }
}
