package org.clientele.examples.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailingDeskTest {

    private static final String TOLD = """
            Contacts go out, a member comes in
              REFUSED: 'at home' is no address; correct it
              1 read, 1 added, 1 refused, 1 sent
              here Bear: no mail yet
              here Coleman: no mail yet
              here Lovelace: no mail yet
              here Who wants no mail: no mail yet
              there Bear <big@bear.example>
              there Lovelace <ada@acuserv.example>
            What became of the mail comes in
              REFUSED: 'at home' is no address; correct it
              3 read, 2 updated, 1 refused
              here Bear: bounced
              here Coleman: no mail yet
              here Lovelace: opened
              here Who wants no mail: no mail yet
              there Bear <big@bear.example>
              there Lovelace <ada@acuserv.example>
            A new name goes out, and nothing else
              REFUSED: 'at home' is no address; correct it
              0 read, 1 refused, 1 sent
              here Bear: bounced
              here Coleman: no mail yet
              here King: opened
              here Who wants no mail: no mail yet
              there Bear <big@bear.example>
              there King <ada@acuserv.example>
            Nothing is left to do
              REFUSED: 'at home' is no address; correct it
              1 read, 1 unchanged, 1 refused
              here Bear: bounced
              here Coleman: no mail yet
              here King: opened
              here Who wants no mail: no mail yet
              there Bear <big@bear.example>
              there King <ada@acuserv.example>
            """;

    @Test
    void bothSidesAreKeptAlike() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new MailingDesk(out).work();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(TOLD);
    }
}
