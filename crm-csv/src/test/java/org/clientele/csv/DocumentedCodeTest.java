package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentedCodeTest {

    @Test
    void theCodeOfTheDocumentationIsThatOfATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (String test : List.of("CsvImportTest", "CsvColumnsTest", "CsvJointImportTest")) {
            tests.append(squeezed(Files.readString(Path.of("src/test/java/org/clientele/csv/" + test + ".java"))));
        }
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/exchange.md")))
                .results()
                .map((MatchResult block) -> squeezed(block.group(1)))
                .toList();
        assertThat(blocks).hasSize(7).allSatisfy(block -> assertThat(tests).contains(block));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }
}
