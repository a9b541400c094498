package org.clientele.examples.partners;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.exchange.job.ImportReport;
import org.clientele.journal.ChangeSet;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerDeskTest {

    private static final String SCHEMA =
            "runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'\\;runscript from 'classpath:partners/schema.sql'";

    @TempDir
    Path output;

    @Test
    void aHostsCustomerKindDoesOnTheHeapWhatOursDo() throws Exception {
        check(new InMemoryStore());
    }

    @Test
    void aHostsCustomerKindDoesByJpaWhatOursDo() throws Exception {
        PersistenceConfiguration unit = new PersistenceConfiguration("partners")
                .property(PersistenceConfiguration.JDBC_URL, "jdbc:h2:mem:partners;INIT=" + SCHEMA)
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE)
                .managedClass(Partner.class);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            check(JpaStore.managing(factory));
        }
    }

    private void check(RecordStore store) throws Exception {
        PartnerDesk desk = new PartnerDesk(store);
        ImportReport report = desk.load(file());
        assertThat(report).hasToString("3 read: 3 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(desk.seenByOlga()).hasSize(3).allMatch(customer -> customer instanceof Partner);
        assertThat(desk.seenByIvan()).isEmpty();

        Partner merged = desk.mergeTwins().orThrow().master();
        assertThat(merged.getPrograms()).containsExactly("referral", "reseller", "training");
        assertThat(desk.history(merged).get(0)).extracting(ChangeSet::reason).isEqualTo("merge of Rep & Sons");

        Path exported = output.resolve("partners.csv");
        desk.export(exported);
        assertThat(Files.readAllLines(exported))
                .containsExactly(
                        "Partner,Account,Level,Programs",
                        "Nordic Partners,Nordlys,platinum,",
                        "Rep & Sons,Acuserv,gold,\"referral, reseller, training\"");
        assertThat(desk.load(exported).unchanged()).isEqualTo(2);
    }

    private static Path file() throws URISyntaxException {
        return Path.of(PartnerDesk.class.getResource("/partners/partners.csv").toURI());
    }
}
