package org.clientele.door;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** The writes seen so far, by identity, the last for each; what they leave is found by its values. For one thread. */
final class Written {

    private final Map<UUID, Write<?>> writes = new HashMap<>();
    private final Map<Kind, Map<List<Object>, Set<UUID>>> indexes = new HashMap<>();

    /** Records of a class by the values of some attributes. */
    private record Kind(Class<?> recordClass, List<?> names) {}

    void add(Write<?> write) {
        writes.put(write.record().getId(), write);
        indexes.forEach((kind, index) -> note(write, kind, index));
    }

    @Nullable
    Write<?> of(UUID id) {
        return writes.get(id);
    }

    /** The writes of records of a class. */
    Stream<Write<?>> all(Class<?> recordClass) {
        return writes.values().stream().filter(write -> recordClass.isInstance(write.record()));
    }

    /** The records of a class as they are to be. */
    <R> Stream<R> records(Class<R> recordClass) {
        return left(writes.values().stream(), recordClass);
    }

    /** Those of them that meet a condition, found by their values where it names some. */
    <R extends CrmRecord> Stream<R> records(Class<R> recordClass, Criterion<R> where, Lookup lookup) {
        if (writes.isEmpty()) {
            return Stream.empty();
        }
        Stream<Write<?>> possible = Exactly.of(where)
                .map(exactly -> possible(recordClass, exactly))
                .orElseGet(() -> writes.values().stream());
        return left(possible, recordClass).filter(record -> where.test(record, lookup));
    }

    private static <R> Stream<R> left(Stream<Write<?>> writes, Class<R> recordClass) {
        return writes.filter(write -> !(write instanceof Write.Delete<?>))
                .map(Write::record)
                .filter(recordClass::isInstance)
                .map(recordClass::cast);
    }

    private Stream<Write<?>> possible(Class<?> recordClass, Exactly<?> exactly) {
        Kind kind = new Kind(recordClass, exactly.names());
        Map<List<Object>, Set<UUID>> index = indexes.get(kind);
        if (index == null) {
            index = new HashMap<>();
            for (Write<?> write : writes.values()) {
                note(write, kind, index);
            }
            indexes.put(kind, index);
        }
        Set<UUID> ids = new LinkedHashSet<>(2);
        for (List<Object> key : exactly.keys()) {
            ids.addAll(index.getOrDefault(key, Set.of()));
        }
        return ids.stream().map(writes::get);
    }

    /** A later write of a record may leave other values: whoever finds it looks at what it is to be. */
    @SuppressWarnings("unchecked") // the names are of attributes that records of the class have
    private static void note(Write<?> write, Kind kind, Map<List<Object>, Set<UUID>> index) {
        if (kind.recordClass.isInstance(write.record())) {
            Exactly.keys((List<Exactly.Named<Object>>) kind.names, (Object) write.record())
                    .forEach(key -> index.computeIfAbsent(key, first -> new LinkedHashSet<>(2))
                            .add(write.record().getId()));
        }
    }
}
