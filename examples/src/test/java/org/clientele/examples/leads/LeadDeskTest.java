package org.clientele.examples.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class LeadDeskTest {

    private static final String TOLD = """
            x
            """;

    @Test
    void aLeadIsWonOnTheHeap() {
        assertThat(told(new InMemoryStore())).isEqualTo(TOLD);
    }

    @Test
    void aLeadIsWonByJpa() {
        PersistenceConfiguration unit = new PersistenceConfiguration("leads")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:leads;INIT=runscript from 'classpath:db/crm/schema.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(told(JpaStore.managing(factory))).isEqualTo(TOLD);
        }
    }

    private static String told(RecordStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new LeadDesk(store, new PrintStream(bytes, true, StandardCharsets.UTF_8)).work();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
