package org.clientele.examples.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailingDeskTest {

    private static final String TOLD = """
            """;

    @Test
    void bothSidesAreKeptAlike() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new MailingDesk(out).work();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(TOLD);
    }
}
