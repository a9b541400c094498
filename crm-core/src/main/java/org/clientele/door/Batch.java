package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Reference;
import org.clientele.model.Ruling;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Finds records as they will be once the writes seen so far are done. */
final class Batch implements Ruling.Together, Lookup {

    private final Records stored;
    private final Written written = new Written();
    private final Answers answers;
    private final Map<UUID, CrmRecord> known = new HashMap<>();
    private final Map<Ruling<?>, List<? extends Invariant<?>>> rules = new HashMap<>();
    private Set<UUID> asked = Set.of();

    Batch(Records stored) {
        this.stored = stored;
        this.answers = new Answers(stored);
    }

    /** Reads at once, type by type, what completing and checking these writes will look for one by one. */
    void foresee(Collection<? extends Write<?>> writes) {
        Map<EntityType<?>, Set<UUID>> sought = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            if (!(write instanceof Write.Delete<?>)) {
                addSought(write, sought);
            }
        }
        know(sought);
    }

    private void know(Map<EntityType<?>, Set<UUID>> sought) {
        sought.forEach((type, ids) -> {
            ids.removeIf(id -> known.containsKey(id) || has(id));
            if (!ids.isEmpty()) {
                stored.findAll(type, ids).forEach(record -> known.put(record.getId(), record));
            }
        });
    }

    private <R extends CrmRecord> void addSought(Write<R> write, Map<EntityType<?>, Set<UUID>> sought) {
        Schema schema = stored.schema();
        for (Reference<R> reference : schema.references(write.type())) {
            if (write.changes(reference.property()) || bringsValues(reference)) {
                reference.eachTarget(
                        write.record(),
                        (type, id) -> sought.computeIfAbsent(
                                        schema.target(reference, type), newType -> new LinkedHashSet<>())
                                .add(id));
            }
        }
    }

    /** Whether a value is carried from the record to which a reference leads. */
    private <R extends CrmRecord> boolean bringsValues(Reference<R> reference) {
        return stored.schema().properties(reference.type(), Carried.class).stream()
                .anyMatch(property -> Carried.comesBy(reference.property(), property));
    }

    /** Whether a record that was foreseen is there, or will be. */
    boolean isThere(UUID id) {
        return known.containsKey(id) || (has(id) && !deletes(id));
    }

    /** Whether {@link #find} finds a record. */
    boolean isThere(Class<?> type, UUID id) {
        return type.isInstance(seen(type, id));
    }

    @Override
    public Lookup lookup() {
        return this;
    }

    /** Says that somebody asked for these records to be written; all others follow. */
    void ask(Collection<? extends Write<?>> writes) {
        asked = new HashSet<>();
        writes.forEach(write -> asked.add(write.record().getId()));
    }

    @Override
    public boolean isAsked(CrmRecord record) {
        return asked.contains(record.getId());
    }

    @Override
    @SuppressWarnings("unchecked") // a record's type is kept under its class
    public <R extends CrmRecord> Optional<R> before(R record) {
        return written.of(record.getId()) instanceof Write.Update<?> update
                ? Optional.of((R) update.before())
                : Optional.empty();
    }

    @Override
    public AnyRef refTo(CrmRecord record) {
        return new AnyRef(stored.schema().typeOf(record).name(), record.getId());
    }

    @Override
    public List<CrmRecord> findAll(Set<AnyRef> refs) {
        Map<EntityType<?>, Set<UUID>> sought = new LinkedHashMap<>();
        for (AnyRef ref : refs) {
            if (!has(ref.id())) {
                sought.computeIfAbsent(stored.schema().type(ref.type()), first -> new LinkedHashSet<>())
                        .add(ref.id());
            }
        }
        know(sought);
        List<CrmRecord> found = new ArrayList<>();
        for (AnyRef ref : refs) {
            Class<?> recordClass = stored.schema().type(ref.type()).recordClass();
            find(recordClass, ref.id()).map(CrmRecord.class::cast).ifPresent(found::add);
        }
        return found;
    }

    /** What the CRM asks of the records of a type, made once of all that is written: to be asked for when all is. */
    <R extends CrmRecord> List<Invariant<? super R>> rules(EntityType<R> type) {
        List<Ruling<? super R>> rulings = stored.schema().rulings(type);
        if (rulings.isEmpty()) {
            return List.of();
        }
        List<Invariant<? super R>> all = new ArrayList<>();
        rulings.forEach(ruling -> all.addAll(rules(ruling)));
        return all;
    }

    @SuppressWarnings("unchecked") // under each ruling its own rules are kept
    private <S extends CrmRecord> List<Invariant<S>> rules(Ruling<S> ruling) {
        List<Invariant<S>> made = (List<Invariant<S>>) rules.get(ruling);
        if (made == null) {
            made = ruling.over(written(ruling.type().recordClass()).toList(), this);
            rules.put(ruling, made);
        }
        return made;
    }

    void add(Write<?> write) {
        written.add(write);
    }

    /** The records of a class as they are to be. */
    @Override
    public <R extends CrmRecord> Stream<R> written(Class<R> recordClass) {
        return written.records(recordClass);
    }

    /** The identities of the records of a class that are written or go. */
    List<UUID> ids(Class<?> recordClass) {
        return written.all(recordClass).map(write -> write.record().getId()).toList();
    }

    /** Whether a record with this identity is written. */
    boolean has(UUID id) {
        return written.of(id) != null;
    }

    /** Whether a record with this identity is written that was never stored. */
    boolean isNew(UUID id) {
        return written.of(id) instanceof Write.Insert<?> insert
                && insert.record().isNew();
    }

    /** Whether the record with this identity goes. */
    boolean deletes(UUID id) {
        return written.of(id) instanceof Write.Delete<?>;
    }

    /** What is written comes as it is, what is stored as a copy: whoever saves it along changes it first. */
    @Override
    public <T> Optional<T> find(Class<T> type, UUID id) {
        CrmRecord record = seen(type, id);
        return type.isInstance(record) ? Optional.of(type.cast(has(id) ? record : copy(record))) : Optional.empty();
    }

    private @Nullable CrmRecord seen(Class<?> type, UUID id) {
        Write<?> own = written.of(id);
        if (own == null) {
            return kept(type, id);
        }
        return own instanceof Write.Delete<?> ? null : own.record();
    }

    /** The record as it is stored, which is read once. */
    private @Nullable CrmRecord kept(Class<?> type, UUID id) {
        CrmRecord record = known.get(id);
        if (record == null) {
            record = stored.find(stored.schema().type(type), id).orElse(null);
        }
        if (record != null) {
            known.put(id, record);
        }
        return record;
    }

    @Override
    public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
        return record instanceof CrmRecord target
                ? referring(holder, stored.schema().reference(holder, by), target)
                : List.of();
    }

    private <H, R extends CrmRecord> List<H> referring(Class<H> holder, Reference<R> from, CrmRecord target) {
        Criterion<R> pointing = from.pointsTo(stored.schema().typeOf(target), Set.of(target.getId()));
        return select(from.type(), pointing).stream().map(holder::cast).toList();
    }

    /** The records of a class, or of a class below it, that meet a condition, by identity. */
    @Override
    @SuppressWarnings("unchecked") // a schema keeps the type of a class under that class
    public <R extends CrmRecord> List<R> select(Class<R> recordClass, Criterion<? super R> where) {
        return select((EntityType<R>) stored.schema().type(recordClass), where);
    }

    /** The records of a type that meet a condition, by identity. */
    @SuppressWarnings("unchecked") // a condition on a type above is one on the records of this type
    <R extends CrmRecord> List<R> select(EntityType<R> type, Criterion<? super R> where) {
        Criterion<R> own = (Criterion<R>) where;
        Stream<R> kept =
                answers.select(type, own).filter(other -> !has(other.getId())).map(this::copy);
        return Stream.concat(written.records(type.recordClass(), own, this), kept)
                .sorted(Comparator.comparing(CrmRecord::getId))
                .toList();
    }

    /** Whether another record than this one meets a condition, of those that are written. */
    @SuppressWarnings("unchecked") // a condition on a type above is one on the records of this type
    <R extends CrmRecord> boolean writesAnother(R record, EntityType<R> type, Criterion<? super R> where) {
        return written.records(type.recordClass(), (Criterion<R>) where, this).anyMatch(other -> !other.equals(record));
    }

    /** Whether another record than this one meets a condition, of those that are stored and stay as they are. */
    @SuppressWarnings("unchecked") // a condition on a type above is one on the records of this type
    <R extends CrmRecord> boolean storesAnother(R record, EntityType<R> type, Criterion<? super R> where) {
        return answers.select(type, (Criterion<R>) where)
                .anyMatch(other -> !other.equals(record) && !has(other.getId()));
    }

    /** Says for what the batch will be asked, so that the store can be asked for much at once. */
    void foreseeQuestions(Collection<? extends Answers.Question<?>> questions) {
        answers.foresee(questions);
    }

    private <R extends CrmRecord> R copy(R record) {
        return stored.schema().typeOf(record).copy(record);
    }
}
