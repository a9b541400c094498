package org.clientele.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedCodeTest {

    @Test
    void theCodeOfTheDocumentationIsThatOfTheHost() throws IOException {
        StringBuilder host = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                host.append(squeezed(Files.readString(file)));
            }
        }
        List<String> blocks = Pattern.compile("```(?:java|yaml)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/spring.md")))
                .results()
                .map((MatchResult block) -> squeezed(block.group(1)))
                .toList();
        assertThat(blocks).hasSize(13).allSatisfy(block -> assertThat(host).contains(block));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s", "");
    }
}
