package org.clientele.examples.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class IndexedDeskTest {

    private static final String TOLD = """
              the system: save
              the system: save
              olga: save
              olga: save
            saved: [Big Bear, Big Bear Stores]
              olga: merge of Big Bear Stores
              olga: save
            while the index is down: [Big Bear, Big Bear Stores]
            delivered: 2, [Big Bear Stores, Body Toning]
              olga: undo of merge of Big Bear Stores
            merge taken back: [Big Bear, Big Bear Stores, Body Toning]
            """;

    @Test
    void theIndexCatchesUp() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new IndexedDesk(new InMemoryStore(), new PrintStream(told, true, StandardCharsets.UTF_8)).work();
        assertThat(told.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(TOLD);
    }
}
