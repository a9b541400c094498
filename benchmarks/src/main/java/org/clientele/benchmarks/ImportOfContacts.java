package org.clientele.benchmarks;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.contact.Contact;
import org.clientele.csv.CsvImport;
import org.clientele.exchange.job.ImportReport;
import org.clientele.store.memory.InMemoryStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * New contacts of a file with twelve columns, on the heap: by the import, with access, rules, history and a report, and by hand
 * into a map, with the same calls of Hibernate Validator.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ImportOfContacts {

    @Param({"10000", "100000"})
    public int contacts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private ContactsFile file;

    @SuppressWarnings("NullAway.Init")
    private Session olga;

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** IllegalStateException unless both ways read every row. */
    @Setup
    public void prepare() throws IOException {
        file = new ContactsFile(contacts);
        open();
        ImportReport report = imported();
        if (report.created() != contacts || byHand().size() != contacts) {
            throw new IllegalStateException("of " + contacts + " contacts the import says " + report);
        }
    }

    /** A CRM without contacts. */
    @Setup(Level.Invocation)
    public void open() {
        olga = Administrator.of(new InMemoryStore());
    }

    @TearDown
    public void close() {
        file.close();
    }

    @Benchmark
    public ImportReport imported() {
        return CsvImport.into(olga, Contact.TYPE, ContactColumns::add).run(file.path());
    }

    @Benchmark
    public Map<UUID, Contact> byHand() throws IOException {
        Map<UUID, Contact> read = new HashMap<>();
        ContactByHand.readAll(file.path(), contact -> {
            if (!validator.validate(contact).isEmpty()) {
                throw new IllegalStateException("not valid: " + contact);
            }
            read.put(contact.getId(), contact);
        });
        return read;
    }
}
