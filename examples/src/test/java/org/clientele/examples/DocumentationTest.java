package org.clientele.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that the pages show, which no program of the tests is, compiles: what a page takes for given stands beside it here. */
class DocumentationTest {

    private static final String IMPORTS = """
            import static org.clientele.access.AccessLevel.*;
            import static org.clientele.access.Permission.*;
            import static org.clientele.duplicates.Texts.*;
            import static org.clientele.merge.MergeStrategies.*;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.time.ZoneId;
            import java.util.List;
            import java.util.Map;
            import java.util.Set;
            import java.util.UUID;
            import org.clientele.sync.Connection;
            import org.clientele.website.Told;
            """;

    private static final String GIVEN = """
            static Crm crm;
            static RecordStore store;
            static CrmConfig config;
            static Session session, sales;
            static User olga;
            static Role rep, leader;
            static Account acuserv, bigBear, bodyToning, account;
            static Contact ada, other, newContact;
            static Channel channel;
            static Instant at, later;
            static LocalDate day;
            static UUID receipt;
            static MergePlan<Account> plan;
            static List<WebsiteEvent> events;
            static ChangeListener bridge;
            interface Index { void take(List<Change> changes); }
            static Index index;
            interface Log { void info(String text, Object value); }
            static Log log;
            static Object http;
            static class ShopCustomers implements Connector<WebCustomer> {
                ShopCustomers(Object http) {}
                public RemotePage<WebCustomer> changes(String mark) { return null; }
            }
            static class ShopOrders implements Connector<WebOrder> {
                ShopOrders(Object http) {}
                public RemotePage<WebOrder> changes(String mark) { return null; }
            }
            static class Bill extends UserOwned {}
            static EntityType.Declaration<Bill> type;
            static ReferenceProperty<Bill, Customer> CUSTOMER;
            static NumberProperty<Bill, BigDecimal> WORTH;
            static Criterion<Bill> PAID;
            static class Visit extends UserOwned { static EntityType<Visit> TYPE; }
            static class Partner extends Customer {
                Set<String> getPrograms() { return Set.of(); }
                void setPrograms(Set<String> programs) {}
            }
            @interface Scheduled { int fixedDelay(); }
            @interface Transactional {}
            """;

    private static Stream<String> matches(String pattern, Path file) {
        try {
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Stream.of("core", "csv", "duplicates")
                .flatMap(module -> walk(Path.of("../crm-" + module + "/src/main/java")))) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .flatMap(file -> matches("\npackage ([a-z.]+);", file))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path directory) {
        try {
            return Files.walk(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "README, 1",
        "docs/access, 1",
        "docs/customers, 4",
        "docs/duplicates, 1",
        "docs/merging, 3",
        "docs/notifications, 2",
        "docs/search, 4",
        "docs/synchronisation, 1",
        "docs/website, 1"
    })
    void whatAPageShowsCompiles(String page, int blocks) throws IOException {
        List<String> shown =
                matches("```java\n(.*?)```", Path.of("../" + page + ".md")).toList();
        assertThat(shown).hasSize(blocks);
        StringBuilder imports = new StringBuilder(IMPORTS);
        packages().forEach(name -> imports.append("import ").append(name).append(".*;\n"));
        for (String block : shown) {
            String program = imports + "class Program {\n" + GIVEN;
            List<String> asStatements = errors(program + "void run() throws Exception {\n" + block + "}}");
            List<String> asMembers = asStatements.isEmpty() ? List.of() : errors(program + block + "}");
            assertThat(asMembers.isEmpty() ? asMembers : asStatements)
                    .as("%s: %s", page, block)
                    .isEmpty();
        }
    }

    private static List<String> errors(String program) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-proc:none", "-d", "target"), null, List.of(new Source(program)))
                .call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }

    /** A program that is in no file. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
