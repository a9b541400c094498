package org.clientele.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class ShopDeskTest {

    private static final String TOLD = """
            """;

    @Test
    void bothSidesAreKeptAlike() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new ShopDesk(new InMemoryStore(), out).work();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(TOLD);
    }
}
