package org.clientele.examples.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** The page on access shows what the program prints, on either store. */
class WhyNotTest {

    @Test
    void thePageShowsWhatIsToldOnTheHeap() throws IOException {
        assertThat(shown()).isEqualTo(told(new InMemoryStore()));
    }

    @Test
    void thePageShowsWhatIsToldByJpa() throws IOException {
        PersistenceConfiguration unit = new PersistenceConfiguration("permissions")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:permissions;INIT=runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(shown()).isEqualTo(told(JpaStore.managing(factory)));
        }
    }

    private static List<String> told(RecordStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new WhyNot(store, new PrintStream(bytes, true, StandardCharsets.UTF_8)).tell();
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The lines of all blocks of text on the page. */
    private static List<String> shown() throws IOException {
        boolean[] inside = new boolean[1];
        return Files.readAllLines(Path.of("../docs/access.md")).stream()
                .filter(line -> {
                    boolean fence = line.startsWith("```");
                    inside[0] = fence ? line.equals("```text") : inside[0];
                    return inside[0] && !fence;
                })
                .toList();
    }
}
