package org.clientele.benchmarks;

import jakarta.persistence.EntityManager;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.clientele.Session;
import org.clientele.contact.Contact;
import org.clientele.csv.CsvExport;
import org.clientele.csv.CsvImport;
import org.clientele.jpa.JpaStore;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Twelve columns of all contacts of a database: by the export, with access, and by a stream of Hibernate and Commons CSV. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExportFromDatabase {

    private static final int FETCHED = 500;

    @Param("postgresql")
    public String database = "postgresql";

    @Param({"10000", "100000"})
    public int contacts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private FilledDatabase filled;

    @SuppressWarnings("NullAway.Init")
    private Session olga;

    @SuppressWarnings("NullAway.Init")
    private Path written;

    /** IllegalStateException unless both ways write the same. */
    @Setup
    public void prepare() throws SQLException, IOException {
        filled = new FilledDatabase(database, "", Map.of());
        olga = Administrator.of(JpaStore.managing(filled.factory()));
        try (ContactsFile file = new ContactsFile(contacts)) {
            CsvImport.into(olga, Contact.TYPE, ContactColumns::add).run(file.path());
        }
        written = Files.createTempFile("written", ".csv");
        byHibernate();
        Path byHand = Files.move(written, written.resolveSibling(written.getFileName() + ".hand"));
        if (exported() != contacts || Files.mismatch(byHand, written) >= 0) {
            throw new IllegalStateException("the files differ: " + byHand + " and " + written);
        }
        Files.delete(byHand);
    }

    @TearDown
    public void close() throws IOException {
        filled.close();
        Files.deleteIfExists(written);
    }

    @Benchmark
    public long exported() {
        return CsvExport.of(olga, olga.select(Contact.TYPE), ContactColumns::write)
                .write(written);
    }

    @Benchmark
    public void byHibernate() throws IOException {
        try (EntityManager manager = filled.factory().createEntityManager();
                BufferedWriter writer = Files.newBufferedWriter(written);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            printer.printRecord((Object[]) ContactsFile.TITLES);
            manager.getTransaction().begin();
            try (Stream<Contact> all = manager.createQuery("select c from CrmContact c order by c.id", Contact.class)
                    .setHint("org.hibernate.fetchSize", FETCHED)
                    .setHint("org.hibernate.readOnly", true)
                    .getResultStream()) {
                all.forEach(contact -> {
                    print(contact, printer);
                    manager.detach(contact);
                });
            }
            manager.getTransaction().commit();
        }
    }

    /** Commons CSV puts an empty first cell in quotes, but not one of null. */
    private static void print(Contact contact, CSVPrinter printer) {
        try {
            printer.printRecord(
                    Objects.toString(contact.getNamePrefix(), ""),
                    contact.getFirstName(),
                    contact.getMiddleName(),
                    contact.getLastName(),
                    contact.getNameSuffix(),
                    contact.getJobTitle(),
                    contact.getDescription(),
                    contact.getFax(),
                    contact.getSkype(),
                    contact.getTwitter(),
                    id(contact),
                    Objects.toString(contact.getBirthday(), ""));
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static @Nullable String id(Contact contact) {
        return contact.getGender() == null ? null : contact.getGender().id();
    }
}
