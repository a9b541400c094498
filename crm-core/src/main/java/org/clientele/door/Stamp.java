package org.clientele.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.access.Actor;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.journal.Diff;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Foreseeing;
import org.clientele.model.Ownership;
import org.clientele.model.Preparation;
import org.clientele.model.Schema;
import org.clientele.model.Situation;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.Carried;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.clientele.value.Ref;
import org.clientele.value.Setting;

/** Completes what is to be written: default owner and organization, carried values, the type's preparations, times. */
final class Stamp {

    private final Schema schema;
    private final Actor actor;
    private final Instant now;

    Stamp(Schema schema, Actor actor, Instant now) {
        this.schema = schema;
        this.actor = actor;
        this.now = now;
    }

    /** Says what preparing these writes will ask, so that it is asked at once. */
    void foresee(Collection<? extends Write<?>> writes, Batch batch) {
        List<Answers.Question<?>> questions = new ArrayList<>();
        writes.forEach(write -> addQuestions(write, batch, questions));
        batch.foreseeQuestions(questions);
    }

    private <R extends CrmRecord> void addQuestions(Write<R> write, Batch batch, List<Answers.Question<?>> questions) {
        EntityType<R> type = write.type();
        if (write instanceof Write.Insert<R> && type.preparations().stream().anyMatch(Foreseeing.class::isInstance)) {
            R owned = owned(type, write.record());
            Situation<R> situation = new Present<>(type, Optional.empty(), batch, new ArrayList<>());
            for (Preparation<? super R> preparation : type.preparations()) {
                if (preparation instanceof Foreseeing<? super R> foreseeing) {
                    foresee(foreseeing, owned, situation, questions);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord> void foresee(
            Foreseeing<? super R> foreseeing, R record, Situation<R> situation, List<Answers.Question<?>> questions) {
        ((Foreseeing<R>) foreseeing).foresee(record, situation, new Foreseeing.Questions() {
            @Override
            public <S extends CrmRecord> void willSelect(Class<S> recordClass, Criterion<? super S> where) {
                questions.add(new Answers.Question<>((EntityType<S>) schema.type(recordClass), (Criterion<S>) where));
            }
        });
    }

    /** The completed write, after the writes that it brings along; empty when it would change nothing. */
    <R extends CrmRecord> List<Write<?>> complete(Write<R> write, Batch batch) {
        List<Write<?>> completed = new ArrayList<>();
        EntityType<R> type = write.type();
        if (write instanceof Write.Delete<R>) {
            completed.add(write);
        } else if (write instanceof Write.Insert<R> insert) {
            R prepared = type.copy(insert.after());
            setFolded(type, prepared);
            setDefaultOwner(type, prepared);
            prepare(type, Optional.empty(), prepared, batch, completed);
            R after = exact(type, prepared);
            CrmRecord.CREATED_AT.set(after, now);
            CrmRecord.UPDATED_AT.set(after, now);
            completed.add(new Write.Insert<>(type, after));
        } else if (write instanceof Write.Update<R> update) {
            R prepared = type.copy(update.after());
            prepare(type, Optional.of(update.before()), prepared, batch, completed);
            R after = exact(type, prepared);
            if (!Diff.isEmpty(schema, type, update.before(), after)) {
                CrmRecord.CREATED_AT.set(after, update.before().getCreatedAt());
                CrmRecord.UPDATED_AT.set(after, now);
                completed.add(new Write.Update<>(type, update.before(), after));
            }
        }
        return completed;
    }

    /**
     * The write completed as one that puts a record back: its values are what they were, and what follows from others is
     * made of those as they are now. Preparations see no change.
     */
    <R extends CrmRecord> List<Write<?>> putBack(Write<R> write, Batch batch) {
        if (write instanceof Write.Delete<R>) {
            return List.of(write);
        }
        EntityType<R> type = write.type();
        List<Write<?>> completed = new ArrayList<>();
        R prepared = type.copy(write.record());
        if (write instanceof Write.Insert<R>) {
            setFolded(type, prepared);
        }
        prepare(type, Optional.of(type.copy(prepared)), prepared, batch, completed);
        R after = exact(type, prepared);
        if (write instanceof Write.Insert<R>) {
            CrmRecord.UPDATED_AT.set(after, now);
            completed.add(new Write.Insert<>(type, after));
        } else if (write instanceof Write.Update<R> update && !Diff.isEmpty(schema, type, update.before(), after)) {
            CrmRecord.CREATED_AT.set(after, update.before().getCreatedAt());
            CrmRecord.UPDATED_AT.set(after, now);
            completed.add(new Write.Update<>(type, update.before(), after));
        }
        return completed;
    }

    /** The write that gives a record a new version and changes nothing else. */
    <R extends CrmRecord> Write<R> renewal(R record) {
        EntityType<R> type = schema.typeOf(record);
        R after = type.copy(record);
        CrmRecord.UPDATED_AT.set(after, now);
        return new Write.Update<>(type, record, after);
    }

    /** Nothing points to a new record yet. */
    private <R extends CrmRecord> void setFolded(EntityType<R> type, R prepared) {
        List<Property<? super R, ?>> folded = schema.folded(type);
        if (!folded.isEmpty()) {
            R fresh = type.newRecord();
            folded.forEach(property -> property.copy(fresh, prepared));
        }
    }

    /** Copying brings every value into the form in which it is stored, also those that preparations have set. */
    private static <R extends CrmRecord> R exact(EntityType<R> type, R prepared) {
        return type.copy(prepared);
    }

    /** A new record with the owner and the organization that it would be saved with. */
    <R extends CrmRecord> R owned(EntityType<R> type, R record) {
        R owned = type.copy(record);
        setDefaultOwner(type, owned);
        return owned;
    }

    private <R extends CrmRecord> void setDefaultOwner(EntityType<R> type, R after) {
        type.ownership().ifPresent(ownership -> setDefaults(ownership, after));
    }

    @SuppressWarnings("unchecked")
    private <R> void setDefaults(Ownership<R> ownership, R after) {
        Ref<Organization> organization = actor.organization();
        if (organization != null && ownership.organization().get(after) == null) {
            ((ReferenceProperty<R, Organization>) ownership.organization()).set(after, organization);
        }
        Ref<User> user = actor.user();
        if (user != null
                && ownership.kind() == Ownership.Kind.USER
                && ownership.owner().get(after) == null) {
            ((ReferenceProperty<R, User>) ownership.owner()).set(after, user);
        }
    }

    private <R extends CrmRecord> void prepare(
            EntityType<R> type, Optional<R> before, R after, Batch batch, List<Write<?>> completed) {
        Present<R> situation = new Present<>(type, before, batch, completed);
        List<Property<? super R, ?>> carrying = schema.properties(type, Carried.class);
        carrying.forEach(property -> carry(property, after, batch));
        for (Preparation<? super R> preparation : type.preparations()) {
            prepare(preparation, after, situation);
        }
        carrying.forEach(property -> carry(property, after, batch));
    }

    @SuppressWarnings("unchecked")
    private static <R extends CrmRecord> void prepare(
            Preparation<? super R> preparation, R after, Situation<R> situation) {
        ((Preparation<R>) preparation).prepare(after, situation);
    }

    private static <R, V> void carry(Property<R, V> property, R after, Lookup lookup) {
        property.trait(Carried.class).ifPresent(carried -> carry(property, carried, after, lookup));
    }

    @SuppressWarnings("unchecked")
    private static <R, V> void carry(Property<R, V> property, Carried<?> carried, R after, Lookup lookup) {
        ReferenceProperty<R, ?> via = (ReferenceProperty<R, ?>) carried.via();
        Ref<?> ref = via.get(after);
        if (ref != null) {
            Property<Object, V> from = (Property<Object, V>) carried.from();
            lookup.find(via.target(), ref.id()).ifPresent(source -> property.set(after, from.get(source)));
        }
    }

    /** What a preparation sees; records that it saves as well are completed and noted before its own. */
    private final class Present<R extends CrmRecord> implements Situation<R> {

        private final EntityType<R> type;
        private final Optional<R> before;
        private final Batch batch;
        private final List<Write<?>> completed;

        Present(EntityType<R> type, Optional<R> before, Batch batch, List<Write<?>> completed) {
            this.type = type;
            this.before = before;
            this.batch = batch;
            this.completed = completed;
        }

        @Override
        public Optional<R> before() {
            return before;
        }

        @Override
        public boolean changes(R after) {
            return before.isEmpty() || !Diff.isEmpty(schema, type, before.get(), after);
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Optional<UUID> actor() {
            return Optional.ofNullable(actor.user()).map(Ref::id);
        }

        @Override
        public Lookup lookup() {
            return batch;
        }

        @Override
        public Optional<CrmRecord> find(AnyRef ref) {
            return batch.find(schema.type(ref.type()).recordClass(), ref.id()).map(CrmRecord.class::cast);
        }

        @Override
        public String typeOf(CrmRecord record) {
            return schema.typeOf(record).name();
        }

        @Override
        public <C extends Choice> Dictionary<C> dictionary(ChoiceProperty<?, C> property) {
            return schema.dictionary(property);
        }

        @Override
        public <T> T setting(Setting<T> setting) {
            return schema.setting(setting);
        }

        @Override
        @SuppressWarnings("unchecked") // the type of a class
        public <S extends CrmRecord> List<S> select(Class<S> recordClass, Criterion<? super S> where) {
            return batch.select((EntityType<S>) schema.type(recordClass), where);
        }

        @Override
        public void alsoSave(CrmRecord record) {
            also(record);
        }

        private <S extends CrmRecord> void also(S record) {
            EntityType<S> type = schema.typeOf(record);
            Write<S> write = batch.find(type.recordClass(), record.getId())
                    .<Write<S>>map(stored -> new Write.Update<>(type, stored, record))
                    .orElseGet(() -> new Write.Insert<>(type, record));
            for (Write<?> brought : complete(write, batch)) {
                batch.add(brought);
                completed.add(brought);
            }
        }
    }
}
