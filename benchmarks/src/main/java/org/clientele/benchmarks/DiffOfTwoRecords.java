package org.clientele.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.clientele.Crm;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.journal.Diff;
import org.clientele.journal.Difference;
import org.clientele.model.Schema;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.diff.changetype.PropertyChange;
import org.javers.core.metamodel.clazz.EntityDefinitionBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What changed between two states of a contact, found by the journal's diff and by JaVers.
 *
 * <p>JaVers gets the very same two objects, and what makes its work light: one instance built and warmed beforehand, no
 * repository, direct access to fields, owned items registered as plain values so that it compares them by
 * {@code equals} as we do rather than walk into them, and the fields that our diff does not look at (version and times)
 * ignored. Before anything is measured both must name the same properties.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DiffOfTwoRecords {

    private final Schema schema = Crm.open().schema();
    private final Contact today = Contacts.today();
    private final Contact tomorrow = Contacts.tomorrow(today);
    private final Contact unchanged = Contact.TYPE.copy(today);
    private final Javers javers = JaversBuilder.javers()
            .registerEntity(EntityDefinitionBuilder.entityDefinition(Contact.class)
                    .withIdPropertyName("id")
                    .withIgnoredProperties("version", "createdAt", "updatedAt")
                    .build())
            .registerValue(EmailAddress.class)
            .registerValue(PhoneNumber.class)
            .registerValue(Address.class)
            .build();

    /** IllegalStateException unless both find the same differences. */
    @Setup
    public void bothFindTheSame() {
        compareFindings(tomorrow, 5);
        compareFindings(unchanged, 0);
    }

    private void compareFindings(Contact after, int expected) {
        Set<String> ours = Diff.between(schema, Contact.TYPE, today, after).stream()
                .map(difference -> difference.property().name())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> theirs = javers.compare(today, after).getChangesByType(PropertyChange.class).stream()
                .map(change -> ((PropertyChange<?>) change).getPropertyName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!ours.equals(theirs) || ours.size() != expected) {
            throw new IllegalStateException("the diffs differ: ours " + ours + ", theirs " + theirs);
        }
    }

    @Benchmark
    public List<Difference<?, ?>> fiveChangesByDiff() {
        return Diff.between(schema, Contact.TYPE, today, tomorrow);
    }

    @Benchmark
    public org.javers.core.diff.Diff fiveChangesByJavers() {
        return javers.compare(today, tomorrow);
    }

    @Benchmark
    public List<Difference<?, ?>> noChangeByDiff() {
        return Diff.between(schema, Contact.TYPE, today, unchanged);
    }

    @Benchmark
    public org.javers.core.diff.Diff noChangeByJavers() {
        return javers.compare(today, unchanged);
    }
}
