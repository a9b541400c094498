package org.clientele.examples.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateDeskTest {

    @Test
    void whatTheSampleHasTwiceIsFoundAndMerged() throws URISyntaxException {
        List<String> lines = new DuplicateDesk(DuplicateDesk.sample()).lines();
        assertThat(lines)
                .containsExactly(
                        "13 records, 1 pairs in 1 groups",
                        "  account Acuserv = account Acuserv, Inc. (0.95: same company name Acuserv and Acuserv, Inc.)",
                        "merged into Acuserv: 2 accounts",
                        "left: 12 records, 0 pairs in 0 groups",
                        "new, and known: account Big Bear Store Inc. = account Big Bear Stores"
                                + " (0.83: similar company name Big Bear Store Inc. and Big Bear Stores (0.92))");
    }
}
