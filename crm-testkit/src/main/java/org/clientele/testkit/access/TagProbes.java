package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.clientele.Session;
import org.clientele.Tags;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.search.SearchHit;
import org.clientele.search.SearchResult;
import org.clientele.tag.TagUse;

/** Probes of tags and of searches: what only hidden records say is neither counted nor found nor changed. */
final class TagProbes {

    private static final String UNUSED = "a tag that nobody gave";
    private static final int ALL = 10_000;

    private TagProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Session.tags()", TagProbes::list,
                "Tags.list()", TagProbes::list,
                "Tags.find(String)", TagProbes::find,
                "Tags.tagged(EntityType, String)", TagProbes::tagged,
                "Tags.assign(Collection, String[])", TagProbes::assign,
                "Tags.remove(Collection, String[])", TagProbes::remove,
                "Tags.rename(String, String)", TagProbes::rename,
                "Tags.merge(String, String[])", TagProbes::merge,
                "Session.search(String)", TagProbes::search,
                "Session.search(String, Consumer)", TagProbes::searchAll);
    }

    private static boolean hasTags(Scene<?> scene) {
        return scene.world()
                .crm()
                .schema()
                .typesBelow(scene.type().recordClass())
                .anyMatch(type -> !scene.world()
                        .crm()
                        .schema()
                        .properties(type, Traits.Tags.class)
                        .isEmpty());
    }

    private static <S extends CrmRecord> Set<String> tags(Scene<?> scene, S record) {
        Set<String> tags = new HashSet<>();
        EntityType<S> type = scene.world().crm().schema().typeOf(record);
        for (Property<? super S, ?> property : scene.world().crm().schema().properties(type, Traits.Tags.class)) {
            if (property.get(record) instanceof Set<?> values) {
                values.forEach(value -> tags.add((String) value));
            }
        }
        return tags;
    }

    private static long carrying(Scene<?> scene, String tag) {
        return scene.viewer()
                .shownRecords()
                .filter(record -> tags(scene, record).contains(tag))
                .count();
    }

    private static <R extends CrmRecord> void list(Scene<R> scene) {
        for (TagUse use : scene.session().tags().list()) {
            assertThat(use.total()).as("%s of %s", use, scene).isEqualTo(carrying(scene, use.tag()));
        }
    }

    private static <R extends CrmRecord> void find(Scene<R> scene) {
        for (R record : scene.hidden()) {
            for (String tag : tags(scene, record)) {
                long found = scene.session().tags().find(tag).map(TagUse::total).orElse(0L);
                assertThat(found).as("%s of %s", tag, scene).isEqualTo(carrying(scene, tag));
            }
        }
    }

    private static <R extends CrmRecord> void tagged(Scene<R> scene) {
        for (R record : scene.hidden()) {
            for (String tag : tags(scene, record)) {
                scene.isShown(scene.session().tags().tagged(scene.type(), tag).list().stream());
            }
        }
    }

    private static <R extends CrmRecord> void assign(Scene<R> scene) {
        eachIsNotFound(scene, (tags, record) -> tags.assign(List.of(record), UNUSED));
    }

    private static <R extends CrmRecord> void remove(Scene<R> scene) {
        eachIsNotFound(scene, (tags, record) -> tags.remove(List.of(record), UNUSED));
    }

    private static <R extends CrmRecord> void eachIsNotFound(Scene<R> scene, BiConsumer<Tags, R> call) {
        if (hasTags(scene)) {
            for (R record : scene.hidden()) {
                if (!scene.world()
                        .crm()
                        .schema()
                        .properties(scene.world().crm().schema().typeOf(record), Traits.Tags.class)
                        .isEmpty()) {
                    String refusal =
                            scene.viewer().refusal(session -> call.accept(session.tags(), scene.forged(record)));
                    assertThat(refusal).as("%s", scene).startsWith("RecordNotFoundException");
                    scene.tellsNothingOf(record, refusal);
                }
            }
        }
    }

    private static <R extends CrmRecord> void rename(Scene<R> scene) {
        eachKeepsItsTags(scene, (tags, tag) -> tags.rename(tag, UNUSED));
    }

    private static <R extends CrmRecord> void merge(Scene<R> scene) {
        eachKeepsItsTags(scene, (tags, tag) -> tags.merge(UNUSED, tag));
    }

    /** Whether it is refused or done: a hidden record is neither changed nor named. */
    private static <R extends CrmRecord> void eachKeepsItsTags(Scene<R> scene, BiConsumer<Tags, String> call) {
        for (R record : scene.hidden()) {
            for (String tag : tags(scene, record)) {
                String refusal = scene.viewer().refusal(session -> {
                    call.accept(session.tags(), tag);
                    assertThat(session.tags().find(UNUSED).map(TagUse::total))
                            .as("%s", scene)
                            .contains(carrying(scene, tag));
                });
                scene.tellsNoName(record, refusal);
                assertThat(refusal.isEmpty() && carrying(scene, tag) == 0)
                        .as("%s", scene)
                        .isFalse();
            }
        }
    }

    private static <R extends CrmRecord> void search(Scene<R> scene) {
        look(scene, (session, text) -> session.search(text));
    }

    private static <R extends CrmRecord> void searchAll(Scene<R> scene) {
        look(scene, (session, text) -> session.search(text, choices -> choices.limit(ALL)));
    }

    private interface Searching {
        SearchResult in(Session session, String text);
    }

    /** What a hidden record is called finds no hidden record, and counts none. */
    private static <R extends CrmRecord> void look(Scene<R> scene, Searching search) {
        for (R record : scene.hidden()) {
            SearchResult result = search.in(
                    scene.session(), '"' + Scene.nameOf(scene.world(), record).replace('"', ' ') + '"');
            Set<UUID> shown = scene.viewer().shown();
            assertThat(result.hits().stream().map(SearchHit::record))
                    .as("%s", scene)
                    .allMatch(found -> shown.contains(found.id()));
            if (result.hits().size() < result.size()) {
                assertThat(result.total())
                        .as("%s", scene)
                        .isEqualTo(result.hits().size());
            }
        }
    }
}
