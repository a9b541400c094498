package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;

/** What the store answered while one batch is on its way: nothing is asked twice, and what is alike at once. For one thread. */
final class Answers {

    /** Conditions of which so many records each are found are better asked one by one. */
    private static final int FORESEEN_EACH = 4;

    private static final int AT_ONCE = 500;

    private final Records stored;
    private final Map<Question<?>, List<? extends CrmRecord>> known = new HashMap<>();

    Answers(Records stored) {
        this.stored = stored;
    }

    /** A question for the records of a type that meet a condition. */
    record Question<R extends CrmRecord>(EntityType<R> type, Criterion<R> where) {}

    private record Kind<R extends CrmRecord>(EntityType<R> type, List<Exactly.Named<R>> names) {}

    /** The stored records that meet a condition, which must not be changed. */
    @SuppressWarnings("unchecked") // to each question its own answer is kept
    <R extends CrmRecord> Stream<R> select(EntityType<R> type, Criterion<R> where) {
        Question<R> question = new Question<>(type, where);
        List<R> answer = (List<R>) known.get(question);
        if (answer == null) {
            answer = stored.select(type, Query.of(where)).toList();
            known.put(question, answer);
        }
        return answer.stream();
    }

    /** Says what will be asked. */
    void foresee(Collection<? extends Question<?>> questions) {
        Map<Kind<?>, Map<Question<?>, List<List<Object>>>> alike = new LinkedHashMap<>();
        questions.forEach(question -> addAlike(question, alike));
        alike.forEach((kind, asked) -> {
            List<Question<?>> all = new ArrayList<>(asked.keySet());
            for (int from = 0; from < all.size() - 1; from += AT_ONCE) {
                ask(kind, all.subList(from, Math.min(from + AT_ONCE, all.size())), asked);
            }
        });
    }

    private <R extends CrmRecord> void addAlike(
            Question<R> question, Map<Kind<?>, Map<Question<?>, List<List<Object>>>> alike) {
        Optional<Exactly<R>> exactly = known.containsKey(question) ? Optional.empty() : Exactly.of(question.where);
        exactly.ifPresent(
                one -> alike.computeIfAbsent(new Kind<>(question.type, one.names()), first -> new LinkedHashMap<>())
                        .put(question, one.keys()));
    }

    private <R extends CrmRecord> void ask(
            Kind<R> kind, List<Question<?>> questions, Map<Question<?>, List<List<Object>>> asked) {
        Set<List<Object>> keys = new LinkedHashSet<>();
        questions.forEach(question -> keys.addAll(Objects.requireNonNull(asked.get(question))));
        int most = keys.size() * FORESEEN_EACH;
        Criterion<R> any = Exactly.anyOf(kind.names, keys);
        List<R> found =
                stored.select(kind.type, Query.<R>of(any).stretch(0, most + 1)).toList();
        if (found.size() > most) {
            return;
        }
        Map<List<Object>, Set<R>> byKey = new HashMap<>();
        for (R record : found) {
            Exactly.keys(kind.names, record)
                    .forEach(key -> byKey.computeIfAbsent(key, first -> new LinkedHashSet<>(2))
                            .add(record));
        }
        questions.forEach(question -> known.put(question, answer(Objects.requireNonNull(asked.get(question)), byKey)));
    }

    private static <R> List<R> answer(List<List<Object>> keys, Map<List<Object>, Set<R>> byKey) {
        Set<R> answer = new LinkedHashSet<>(2);
        keys.forEach(key -> answer.addAll(byKey.getOrDefault(key, Set.of())));
        return List.copyOf(answer);
    }
}
