package org.clientele.tag;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clientele.criteria.Query;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/** Counts the records that carry tags, as far as whoever asks may see them. */
public final class TagCount {

    private final Records seen;
    private final List<Taggable<?>> taggables;

    /** Counts in what an actor sees. */
    public TagCount(Records seen) {
        this.seen = seen;
        this.taggables = Taggable.all(seen.schema());
    }

    /** All tags, by name ignoring case. Reads all records that carry one, some at a time. */
    public List<TagUse> list() {
        Map<String, Map<String, Long>> uses = new HashMap<>();
        taggables.forEach(taggable -> count(taggable, uses));
        List<TagUse> list = new ArrayList<>();
        uses.forEach((tag, byType) -> list.add(new TagUse(tag, byType)));
        list.sort(comparing((TagUse use) -> TextFold.fold(use.tag())).thenComparing(TagUse::tag, naturalOrder()));
        return list;
    }

    private <R extends CrmRecord> void count(Taggable<R> taggable, Map<String, Map<String, Long>> uses) {
        String type = taggable.type().name();
        try (Stream<List<@Nullable Object>> rows =
                seen.values(taggable.type(), Query.of(taggable.tagged()), taggable.properties())) {
            rows.forEach(row -> tags(row)
                    .forEach(tag ->
                            uses.computeIfAbsent(tag, newTag -> new TreeMap<>()).merge(type, 1L, Long::sum)));
        }
    }

    private static Set<String> tags(List<@Nullable Object> row) {
        Set<String> tags = new HashSet<>();
        for (Object values : row) {
            if (values instanceof Collection<?> texts) {
                texts.forEach(text -> tags.add((String) text));
            }
        }
        return tags;
    }

    /** How many records carry a tag, by one question for each type; empty when none does. */
    public Optional<TagUse> find(String tag) {
        Map<String, Long> byType = new LinkedHashMap<>();
        for (Taggable<?> taggable : taggables) {
            long count = count(taggable, Set.of(tag));
            if (count > 0) {
                byType.put(taggable.type().name(), count);
            }
        }
        return byType.isEmpty() ? Optional.empty() : Optional.of(new TagUse(tag, byType));
    }

    private <R extends CrmRecord> long count(Taggable<R> taggable, Set<String> tags) {
        return seen.count(taggable.type(), taggable.carrying(tags));
    }
}
