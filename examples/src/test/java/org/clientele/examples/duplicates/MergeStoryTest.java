package org.clientele.examples.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** The page on merging shows what the program prints, on either store. */
class MergeStoryTest {

    @Test
    void thePageShowsWhatIsToldOnTheHeap() throws IOException, URISyntaxException {
        assertThat(shown()).isEqualTo(told(new InMemoryStore()));
    }

    @Test
    void thePageShowsWhatIsToldByJpa() throws IOException, URISyntaxException {
        PersistenceConfiguration unit = new PersistenceConfiguration("merging")
                .property(
                        PersistenceConfiguration.JDBC_URL,
                        "jdbc:h2:mem:merging;INIT=runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'")
                .property("hibernate.connection.pool_size", 1)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        try (EntityManagerFactory factory = unit.createEntityManagerFactory()) {
            assertThat(shown()).isEqualTo(told(JpaStore.managing(factory)));
        }
    }

    private static List<String> told(RecordStore store) throws URISyntaxException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MergeStory(store, new PrintStream(bytes, true, StandardCharsets.UTF_8)).tell(DuplicateDesk.sample());
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The lines of all blocks of text on the page. */
    private static List<String> shown() throws IOException {
        boolean[] inside = new boolean[1];
        return Files.readAllLines(Path.of("../docs/merging.md")).stream()
                .filter(line -> {
                    boolean fence = line.startsWith("```");
                    inside[0] = fence ? line.equals("```text") : inside[0];
                    return inside[0] && !fence;
                })
                .toList();
    }
}
