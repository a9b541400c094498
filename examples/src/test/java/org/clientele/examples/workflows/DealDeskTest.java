package org.clientele.examples.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class DealDeskTest {

    private static final String TOLD = """
            activation of opportunity flow
              begin in:
                open: 1
                won: 0
                lost: 0
              stay where they are: none
              left out: none
              problems: none
            In the step open of the opportunity flow
              develop
              close as won
              close as lost [opportunity Analytical engine, close as lost of the opportunity flow: close date must be set; set it, opportunity Analytical engine, close as lost of the opportunity flow: close reason must be set; choose outsold, cancelled or one of your own]
            Saved directly: opportunity Analytical engine: status is 'won', but in the step 'open' of the opportunity flow it is none of won, lost; go on by a transition or give another value
            [Failed[number=1, line=2, problems=[Status Id: status is 'won', but in the step 'open' of the opportunity flow it is none of won, lost; go on by a transition or give another value]]]
            Won on 2026-03-14 for 15000 USD
            In the step won of the opportunity flow
              reopen
              open -> won by close as won
              null -> open by activation of opportunity flow
            """;

    @Test
    void nobodyGetsRoundTheWorkflow() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DealDesk(new InMemoryStore(), new PrintStream(bytes, true, StandardCharsets.UTF_8)).work();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(TOLD);
    }
}
