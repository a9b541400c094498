package org.clientele.examples.files;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactFilesTest {

    private static final String TOLD = """
            The template of contacts has 46 columns, and an example:
              1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
            Contacts, matched on their e-mail or else on their names:
              3 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 1 failed
              line 4: [Addresses 1 Country ISO2 code: addresses 1 Country ISO2 code is 'Great Britain', which is no country; give the two letters of ISO 3166, such as US]
            Mended:
              3 read: 1 created, 0 updated, 2 unchanged, 0 skipped, 0 failed
            A file whose dates could be read in two ways:
              ambiguous.csv: the column 'Birthday' has dates of which none tells whether the month or the day is first: '1/2/1788' (line 2) is 1788-01-02 or 1788-02-01; say which, by date("M/d/yyyy") or date("d/M/yyyy")
            Accounts, with their contacts by name:
              3 read: 3 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
            Exported:
              Id,Account name,Contacts 1 First name,Contacts 1 Last name,Contacts 2 First name,Contacts 2 Last name,Default Contact First name,Default Contact Last name,Referred By Account name,Description,Owner Username,Organization Name,Tags
            The export, imported:
              3 read: 0 created, 0 updated, 3 unchanged, 0 skipped, 0 failed
            More of both as one, whoever is named before there is one:
              more-accounts.csv: 1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
              more-contacts.csv: 2 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 0 failed
            Taken back, there are 3 contacts again.
            """;

    @TempDir
    private Path directory;

    @Test
    void filesComeAndGoOnTheHeap() {
        assertThat(told(new InMemoryStore())).isEqualTo(TOLD);
    }

    @Test
    void filesComeAndGoByJpa() {
        PersistenceConfiguration unit = new PersistenceConfiguration("files")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:files;INIT=runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(told(JpaStore.managing(factory))).isEqualTo(TOLD);
        }
    }

    private String told(RecordStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ContactFiles(store, directory, new PrintStream(bytes, true, StandardCharsets.UTF_8)).work();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
