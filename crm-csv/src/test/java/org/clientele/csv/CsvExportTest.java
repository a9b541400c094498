package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.money;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.UnwritableFileException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

    @TempDir
    private Path directory;

    private final Crm crm =
            Crm.open(config -> config.entity(Visit.TYPE).access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));

    private static final Consumer<ExportLayout<Visit>> COLUMNS =
            columns -> columns.id("Id").column(Visit.SUBJECT).column(Visit.MINUTES);

    private Visit visit(String subject, int minutes) {
        Visit visit = new Visit(subject);
        visit.setMinutes(minutes);
        return sales.save(visit);
    }

    private CsvExport<Visit> visits() {
        return CsvExport.of(sales, sales.select(Visit.TYPE), COLUMNS);
    }

    private CsvImport<Visit> back() {
        return CsvImport.into(
                sales,
                Visit.TYPE,
                layout -> layout.column(Visit.SUBJECT)
                        .column(Visit.MINUTES)
                        .matchOnId("Id")
                        .emptyCells(EmptyCells.CLEAR));
    }

    @Test
    void aGuardedExportHasNoFormulasAndItsNumbersStayNumbers() {
        Visit visit = new Visit("=cmd|' /C calc'!A0");
        visit.setMinutes(-5);
        visit.setExpenses(Money.of("-12.5", "USD"));
        sales.save(visit);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long written = CsvExport.of(
                        sales,
                        sales.select(Visit.TYPE),
                        columns -> columns.id("Id")
                                .column(Visit.SUBJECT)
                                .column(Visit.MINUTES)
                                .column("Amount", Visit.EXPENSES, money("USD"))
                                .column("Betrag", Visit.EXPENSES, money("USD").decimalComma())
                                .column(Visit.EXPENSES))
                .guarded()
                .write(out);
        assertThat(written).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("'Id,'Subject,'Minutes,'Amount,'Betrag,'Expenses\r\n" + visit.getId()
                        + ",'=cmd|' /C calc'!A0,-5,-12.5,\"-12,5\",'-12.5 USD\r\n");
    }

    @Test
    void aGuardedExportOutlivesASpreadsheetProgram() throws IOException {
        visit("=1+1", -5);
        visit("'s-Gravenhage", 10);
        visit("+49 30 1", 20);
        Path file = directory.resolve("visits.csv");
        visits().guarded().write(file);
        String saved = Files.readString(file).replace(",", ";");
        Files.writeString(file, "sep=;\n" + saved, Charset.forName("UTF-16"));
        assertThat(back().run(file)).hasToString("3 read: 0 created, 0 updated, 3 unchanged, 0 skipped, 0 failed");
    }

    @Test
    void theRefusedRowsOfAGuardedFileAreGuarded() throws IOException {
        Path file = Files.writeString(
                directory.resolve("visits.csv"),
                "\uFEFFsep=;\n'Subject;'Minutes\n'=1+1;ten\n",
                StandardCharsets.UTF_16LE);
        Path refused = directory.resolve("refused.csv");
        CsvImport<Visit> visits = CsvImport.into(
                sales,
                Visit.TYPE,
                layout -> layout.column(Visit.SUBJECT)
                        .column(Visit.MINUTES)
                        .matchOn(Visit.SUBJECT)
                        .rejectsTo(refused));
        assertThat(visits.run(file).failed()).isEqualTo(1);
        String text = Files.readString(refused, StandardCharsets.UTF_16LE);
        assertThat(text).startsWith("\uFEFFsep=;\r\n'Refused because;'Subject;'Minutes\r\n");
        assertThat(text).contains(";'=1+1;ten\r\n");
        Path mended = directory.resolve("mended.csv");
        Files.writeString(mended, text.replace(";ten", ";10"), StandardCharsets.UTF_16LE);
        assertThat(visits.run(mended)).hasToString("1 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(sales.select(Visit.TYPE).first().orElseThrow().getSubject()).isEqualTo("=1+1");
    }

    @Test
    void aTitleThatWouldClaimAGuardIsRefused() {
        assertThatThrownBy(() -> CsvExport.of(
                                sales, sales.select(Visit.TYPE), columns -> columns.column("'Subject", Visit.SUBJECT))
                        .write(directory.resolve("visits.csv")))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("the title 'Subject begins with an apostrophe");
    }

    @Test
    void anExportIsPackedWhenItsNameSaysSo() throws IOException {
        visit("First", 10);
        Path plain = directory.resolve("visits.csv");
        Path packed = directory.resolve("visits.csv.gz");
        visits().write(plain);
        visits().write(packed);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(packed)))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
        }
        assertThat(back().run(packed)).hasToString("1 read: 0 created, 0 updated, 1 unchanged, 0 skipped, 0 failed");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(plain, packed);
        }
    }

    @Test
    void aStreamIsFlushedAndStaysOpen() throws IOException {
        visit("First", 10);
        Path plain = directory.resolve("visits.csv");
        visits().write(plain);
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new IllegalStateException("it is not the export's to close");
            }
        };
        visits().write(out);
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(plain));
    }

    @Test
    void aStreamThatFailsIsToldInASentence() {
        visit("First", 10);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }
        };
        assertThatThrownBy(() -> visits().write(full))
                .isInstanceOf(UnwritableFileException.class)
                .hasMessageContaining("the output stream can not be written")
                .hasMessageContaining("no space");
    }

    @Test
    void withoutAnOrderRecordsComeByIdentity() {
        List<Visit> visits = List.of(new Visit("b"), new Visit("a"), new Visit("c"));
        for (int i = visits.size() - 1; i >= 0; i--) {
            sales.save(visits.get(i));
        }
        List<String> ids =
                visits.stream().map(visit -> visit.getId().toString()).sorted().toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        visits().write(out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",")[0]))
                .containsExactlyElementsOf(ids);
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.strings()
                .withChars("'=+-@\t\r\n\",; a5\u00e9")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(text -> !text.isBlank());
    }

    @Property(tries = 100)
    void whatIsExportedGuardedOrNotImportsUnchanged(
            @ForAll("subjects") String subject, @ForAll boolean guarded, @ForAll int minutes) throws IOException {
        visit(subject, minutes);
        Path file = Files.createTempFile("visits", ".csv");
        try {
            (guarded ? visits().guarded() : visits()).write(file);
            ImportReport report = back().run(file);
            assertThat(report.read()).isPositive().isEqualTo(report.unchanged());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
