package org.clientele.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.clientele.contact.Contact;
import org.clientele.contact.Gender;

/** Contacts of a file as one would read them by hand: Commons CSV, cells by their places, setters. */
final class ContactByHand {

    private ContactByHand() {}

    static void readAll(Path file, Consumer<Contact> sink) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.parse(reader, CSVFormat.DEFAULT)) {
            boolean isHeader = true;
            for (CSVRecord row : parser) {
                if (!isHeader) {
                    sink.accept(contact(row));
                }
                isHeader = false;
            }
        }
    }

    private static Contact contact(CSVRecord row) {
        Contact contact = new Contact(row.get(1), row.get(3));
        contact.setNamePrefix(row.get(0));
        contact.setMiddleName(row.get(2));
        contact.setNameSuffix(row.get(4));
        contact.setJobTitle(row.get(5));
        contact.setDescription(row.get(6));
        contact.setFax(row.get(7));
        contact.setSkype(row.get(8));
        contact.setTwitter(row.get(9));
        String gender = row.get(10);
        if (!gender.isEmpty()) {
            contact.setGender(gender.equals("male") ? Gender.MALE : Gender.FEMALE);
        }
        contact.setBirthday(LocalDate.parse(row.get(11)));
        return contact;
    }
}
