package org.clientele.tag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.access.ByClass;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.RecordNotFoundException;
import org.clientele.value.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Changes tags within one transaction. A tag that is given is written without blanks around it; two that differ at all, in
 * case alone included, are two tags, as they are in every condition on them.
 */
public final class Tagging {

    private final Door door;
    private final TagCount count;

    public Tagging(Door door) {
        this.door = door;
        this.count = new TagCount(door);
    }

    /**
     * The condition of the records of a type, and of those that extend it, that carry a tag.
     *
     * @throws IllegalArgumentException when none of these types has tags
     */
    public static <R extends CrmRecord> Criterion<R> carrying(Schema schema, EntityType<R> type, String tag) {
        if (schema.typesBelow(type.recordClass())
                .noneMatch(below -> Taggable.of(below, schema).isPresent())) {
            throw noTags(type);
        }
        return ByClass.join(
                schema,
                type,
                below -> Taggable.of(below, schema)
                        .<Criterion<?>>map(taggable -> taggable.carrying(Set.of(tag)))
                        .orElseGet(Criterion::never));
    }

    private static IllegalArgumentException noTags(EntityType<?> type) {
        return new IllegalArgumentException(
                "records of " + type + " carry no tags; give the type a set of texts with Traits.tags()");
    }

    /** Gives tags to records; who carries one already is left as it is. */
    public TagChange assign(Collection<? extends CrmRecord> records, Collection<String> tags) {
        Set<String> written = required(tags).stream().map(Tagging::written).collect(Collectors.toSet());
        return change(records, new Change() {
            @Override
            public <R extends CrmRecord> void of(Taggable<R> taggable, R record) {
                taggable.add(written, record);
            }
        });
    }

    /** Takes tags off records. */
    public TagChange remove(Collection<? extends CrmRecord> records, Collection<String> tags) {
        Collection<String> named = required(tags);
        return change(records, new Change() {
            @Override
            public <R extends CrmRecord> void of(Taggable<R> taggable, R record) {
                taggable.remove(named, record);
            }
        });
    }

    private interface Change {
        <R extends CrmRecord> void of(Taggable<R> taggable, R record);
    }

    private static Collection<String> required(Collection<String> tags) {
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("no tag is named; name one at least");
        }
        return tags;
    }

    private static String written(@Nullable String tag) {
        String written = tag == null ? "" : Characters.strip(tag);
        if (written.isEmpty()) {
            throw new IllegalArgumentException("a tag is blank; give it a name");
        }
        return written;
    }

    private TagChange change(Collection<? extends CrmRecord> records, Change change) {
        Map<EntityType<?>, Set<UUID>> ids = new LinkedHashMap<>();
        records.forEach(record -> ids.computeIfAbsent(door.schema().typeOf(record), type -> new LinkedHashSet<>())
                .add(record.getId()));
        SomeAtATime work = new SomeAtATime(door);
        ids.forEach((type, some) -> add(type, List.copyOf(some), change, work));
        return done(work);
    }

    private <R extends CrmRecord> void add(EntityType<R> type, List<UUID> ids, Change change, SomeAtATime work) {
        Taggable<R> taggable = Taggable.of(type, door.schema()).orElseThrow(() -> noTags(type));
        Set<UUID> missing = new LinkedHashSet<>(ids);
        Criterion<CrmRecord> among = new Criterion.OneOf<>(CrmRecord.ID, missing);
        ids(type, among).forEach(missing::remove);
        missing.stream().findFirst().ifPresent(id -> {
            throw new RecordNotFoundException(type, id);
        });
        work.add(taggable, ids, record -> change.of(taggable, record));
    }

    private <R extends CrmRecord> List<UUID> ids(EntityType<R> type, Criterion<? super R> where) {
        try (Stream<List<@Nullable Object>> rows = door.values(type, Query.<R>of(where), List.of(CrmRecord.ID))) {
            return rows.map(row -> (UUID) row.get(0)).collect(Collectors.toList());
        }
    }

    private TagChange done(SomeAtATime work) {
        Map<String, Long> changed = work.run();
        return new TagChange(changed.isEmpty() ? Optional.empty() : Optional.of(door.changeSet()), changed);
    }

    /**
     * Gives a tag another name, wherever the actor sees it.
     *
     * @throws UnknownTagException when no record that the actor may see carries it
     * @throws TagTakenException when one that the actor may see carries the other name
     */
    public TagChange rename(String from, String to) {
        String name = written(to);
        requireUse(List.of(from));
        if (count.find(name).isPresent()) {
            throw new TagTakenException(from, name);
        }
        return replace(List.of(from), name);
    }

    /**
     * Makes one tag of several, wherever the actor sees them.
     *
     * @throws UnknownTagException when no record that the actor may see carries one of them; which they become need not be
     *     carried yet
     */
    public TagChange merge(String into, Collection<String> from) {
        String name = written(into);
        Set<String> others = new TreeSet<>(required(from));
        others.remove(name);
        requireUse(others);
        return replace(others, name);
    }

    private void requireUse(Collection<String> tags) {
        List<String> unknown =
                tags.stream().filter(tag -> count.find(tag).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownTagException(unknown);
        }
    }

    private TagChange replace(Collection<String> tags, String by) {
        SomeAtATime work = new SomeAtATime(door);
        Taggable.all(door.schema()).forEach(taggable -> replace(taggable, tags, by, work));
        return done(work);
    }

    private <R extends CrmRecord> void replace(
            Taggable<R> taggable, Collection<String> tags, String by, SomeAtATime work) {
        List<UUID> ids = ids(taggable.type(), taggable.carrying(tags));
        work.add(taggable, ids, record -> taggable.replace(tags, by, record));
    }
}
