package org.clientele.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.opencsv.bean.CsvToBeanBuilder;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.Reader;
import java.lang.annotation.ElementType;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.clientele.contact.Contact;
import org.clientele.csv.CsvImport;
import org.clientele.exchange.job.FirstHalf;
import org.clientele.exchange.job.Import;
import org.clientele.store.memory.InMemoryStore;
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

/**
 * From the bytes of a file with twelve columns to objects that Hibernate Validator has looked at, without a store: by the first
 * half of an import, which reads the file twice to refuse a broken one before its first row, and by libraries that bind beans.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadingOfContacts {

    @Param({"10000", "100000"})
    public int contacts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private ContactsFile file;

    @SuppressWarnings("NullAway.Init")
    private Import<Contact> source;

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();
    /** As a CRM has it, which does not ask whether a property is loaded. */
    private final Validator validatorOfCrm = Validation.byDefaultProvider()
            .configure()
            .traversableResolver(new ReachesAll())
            .buildValidatorFactory()
            .getValidator();

    private final ObjectReader jackson = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .build()
            .readerFor(ContactBean.class)
            .with(CsvSchema.emptySchema().withHeader());

    /** IllegalStateException unless all ways read every row. */
    @Setup
    public void prepare() throws IOException {
        file = new ContactsFile(contacts);
        source = CsvImport.into(Administrator.of(new InMemoryStore()), Contact.TYPE, ContactColumns::add)
                .from(file.path());
        if (imported() != contacts || byJackson() != contacts || byOpenCsv() != contacts || byHand() != contacts) {
            throw new IllegalStateException("not every row was read");
        }
    }

    @TearDown
    public void close() {
        file.close();
    }

    private static int valid(Object record, Validator validator) {
        if (!validator.validate(record).isEmpty()) {
            throw new IllegalStateException("not valid: " + record);
        }
        return 1;
    }

    @Benchmark
    public int imported() {
        int[] read = {0};
        FirstHalf.read(source, contact -> read[0] += valid(contact, validatorOfCrm));
        return read[0];
    }

    @Benchmark
    public int byJackson() throws IOException {
        int read = 0;
        try (Reader reader = Files.newBufferedReader(file.path());
                MappingIterator<ContactBean> rows = jackson.readValues(reader)) {
            while (rows.hasNextValue()) {
                read += valid(rows.nextValue(), validator);
            }
        }
        return read;
    }

    @Benchmark
    public int byOpenCsv() throws IOException {
        int read = 0;
        try (Reader reader = Files.newBufferedReader(file.path())) {
            for (ContactBean contact : new CsvToBeanBuilder<ContactBean>(reader)
                    .withType(ContactBean.class)
                    .build()) {
                read += valid(contact, validator);
            }
        }
        return read;
    }

    @Benchmark
    public int byHand() throws IOException {
        int[] read = {0};
        ContactByHand.readAll(file.path(), contact -> read[0] += valid(contact, validator));
        return read[0];
    }

    private static final class ReachesAll implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object object, Path.Node node, Class<?> root, Path to, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object object, Path.Node node, Class<?> root, Path to, ElementType element) {
            return true;
        }
    }
}
