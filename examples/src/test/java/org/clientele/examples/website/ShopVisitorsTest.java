package org.clientele.examples.website;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class ShopVisitorsTest {

    private static final String TOLD = """
            identified: 2
            visits: 2, page views a visit: 1.00
            2026-03-02 {visit=2}
            2026-03-03 {cart item added=1, user logged in=1}
            chart 2026-03-02 {Shop - visit=2}
            chart 2026-03-03 {Shop - cart item added=1}
            """;

    @Test
    void visitorsBecomeCustomers() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new ShopVisitors(new InMemoryStore(), new PrintStream(told, true, StandardCharsets.UTF_8)).work();
        assertThat(told.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(TOLD);
    }
}
