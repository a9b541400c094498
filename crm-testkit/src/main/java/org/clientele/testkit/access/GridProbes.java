package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.MassAnswer;
import org.clientele.OpenGrid;
import org.clientele.Session;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Slice;
import org.clientele.grid.Grid;
import org.clientele.grid.GridRow;
import org.clientele.grid.GridView;
import org.clientele.grid.SavedView;
import org.clientele.model.CrmRecord;
import org.clientele.segment.Segment;
import org.clientele.store.RecordNotFoundException;

/** Probes of grids, of the views of them, of segments and of mass actions. */
final class GridProbes {

    private static final ZoneId ZONE = ZoneOffset.UTC;

    private GridProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Session.grid(Grid, ZoneId)", GridProbes::page),
                Map.entry("OpenGrid.page(int)", GridProbes::page),
                Map.entry("OpenGrid.next(String)", GridProbes::next),
                Map.entry("OpenGrid.selection()", GridProbes::selection),
                Map.entry("OpenGrid.totals()", GridProbes::totals),
                Map.entry("OpenGrid.where(Criterion)", GridProbes::selection),
                Map.entry("OpenGrid.show(GridView)", GridProbes::page),
                Map.entry("OpenGrid.view()", GridProbes::showsWhatWasAsked),
                Map.entry("OpenGrid.columns()", GridProbes::showsWhatWasAsked),
                Map.entry("OpenGrid.titles()", GridProbes::showsWhatWasAsked),
                Map.entry("OpenGrid.exported()", GridProbes::exported),
                Map.entry("Session.views(Grid)", GridProbes::views),
                Map.entry("Views.list()", GridProbes::views),
                Map.entry("Views.first()", GridProbes::views),
                Map.entry("Views.save(GridView)", GridProbes::views),
                Map.entry("Views.makeDefault(SavedView)", GridProbes::views),
                Map.entry("Views.makeDefault(String)", GridProbes::views),
                Map.entry("Views.clearDefault()", GridProbes::views),
                Map.entry("Session.segments()", GridProbes::segments),
                Map.entry("Segments.of(EntityType)", GridProbes::segments),
                Map.entry("Segments.save(Segment)", GridProbes::segments),
                Map.entry("Segments.take(Segment, ZoneId)", GridProbes::taken),
                Map.entry("Segments.criterion(Segment, EntityType, ZoneId)", GridProbes::taken),
                Map.entry("Session.changeEach(List, Consumer)", GridProbes::changeEach),
                Map.entry("Session.deleteEach(List)", GridProbes::deleteEach));
    }

    private static <R extends CrmRecord> Grid<R> grid(Scene<R> scene) {
        return Grid.of("all of " + scene.type(), scene.type(), layout -> {});
    }

    private static <R extends CrmRecord> OpenGrid<R> open(Scene<R> scene) {
        return scene.session().grid(grid(scene), ZONE);
    }

    private static <R extends CrmRecord> void page(Scene<R> scene) {
        Page<GridRow<R>> page =
                open(scene).show(GridView.named("few").pagesOf(3)).page(1);
        assertThat(page.total()).as("%s", scene).isEqualTo(scene.seen().size());
        assertThat(page.records().stream().map(GridRow::record))
                .as("%s", scene)
                .containsExactlyElementsOf(scene.seen().stream().limit(3).toList());
        page.records()
                .forEach(row ->
                        scene.hidden().forEach(hidden -> row.cells().forEach(cell -> scene.tellsNoName(hidden, cell))));
    }

    private static <R extends CrmRecord> void next(Scene<R> scene) {
        List<CrmRecord> all = new ArrayList<>();
        String after = null;
        do {
            Slice<GridRow<R>> page =
                    open(scene).show(GridView.named("few").pagesOf(3)).next(after);
            page.records().forEach(row -> all.add(row.record()));
            after = page.next().orElse(null);
        } while (after != null);
        assertThat(all).as("%s", scene).isEqualTo(scene.seen());
    }

    private static <R extends CrmRecord> void selection(Scene<R> scene) {
        assertThat(open(scene).selection().list()).as("%s", scene).isEqualTo(scene.seen());
        assertThat(open(scene).where(scene.isHidden()).selection().list())
                .as("%s", scene)
                .isEmpty();
    }

    private static <R extends CrmRecord> void totals(Scene<R> scene) {
        assertThat(open(scene).totals().total(Grid.COUNT)).as("%s", scene).isEqualTo((long)
                scene.seen().size());
    }

    private static <R extends CrmRecord> void showsWhatWasAsked(Scene<R> scene) {
        assertThat(open(scene).view()).isEqualTo(GridView.named(Grid.ALL));
        assertThat(open(scene).titles()).hasSameSizeAs(open(scene).columns()).isNotEmpty();
    }

    /** Exactly the visible rows go out. */
    private static <R extends CrmRecord> void exported(Scene<R> scene) {
        if (scene.session().check(Capability.EXPORT).granted()) {
            Lines lines = new Lines(List.of());
            OpenGrid<R> open = open(scene).show(GridView.named("times").show(CrmRecord.CREATED_AT.name()));
            scene.alone().exporter(open.selection(), open.exported()).write(lines);
            assertThat(lines.rows()).as("%s", scene).hasSize(scene.seen().size() + 1);
        }
    }

    /** Views that there are not can not be made the default, and whoever has only an identity is told that there is none. */
    private static <R extends CrmRecord> void views(Scene<R> scene) {
        Session session = scene.session();
        scene.isShown(session.views(grid(scene)).list().stream());
        assertThat(session.views(grid(scene)).first().name()).as("%s", scene).isEqualTo(Grid.ALL);
        SavedView unknown = SavedView.TYPE.newRecord();
        assertThat(scene.viewer().refusal(own -> own.views(grid(scene)).makeDefault(unknown)))
                .as("%s", scene)
                .isNotEmpty();
    }

    /** A filter asks about no more than any condition does. */
    private static <R extends CrmRecord> void segments(Scene<R> scene) {
        Session session = scene.session();
        scene.isShown(session.segments().of(scene.type()).stream());
        Criterion<R> all = session.segments().criterion(Segment.dynamic("all", scene.type(), ""), scene.type(), ZONE);
        assertThat(session.select(scene.type()).where(all).list())
                .as("%s", scene)
                .isEqualTo(scene.seen());
    }

    private static <R extends CrmRecord> void taken(Scene<R> scene) {
        Session session = scene.session();
        Segment unknown = Segment.snapshot("unknown", scene.type(), "");
        Criterion<R> taken = session.segments().criterion(unknown, scene.type(), ZONE);
        assertThat(session.select(scene.type()).where(taken).list())
                .as("%s", scene)
                .isEmpty();
        assertThat(scene.viewer().refusal(own -> own.segments().take(unknown, ZONE)))
                .as("%s", scene)
                .startsWith(RecordNotFoundException.class.getSimpleName());
    }

    private static <R extends CrmRecord> void changeEach(Scene<R> scene) {
        for (R record : scene.hidden()) {
            MassAnswer<R> answer = scene.alone().changeEach(List.of(scene.forged(record)), forged -> {});
            assertThat(answer.done()).as("%s", scene).isEmpty();
            assertThat(answer.refused()).hasSize(1);
            answer.refused()
                    .forEach(one -> scene.tellsNothingOf(
                            record, String.valueOf(one.reason().getMessage())));
        }
    }

    private static <R extends CrmRecord> void deleteEach(Scene<R> scene) {
        for (R record : scene.hidden()) {
            if (!scene.alone().may(Permission.DELETE, record)) {
                MassAnswer<R> answer = scene.alone().deleteEach(List.of(scene.forged(record)));
                assertThat(answer.done()).as("%s", scene).isEmpty();
                answer.refused()
                        .forEach(one -> scene.tellsNothingOf(
                                record, String.valueOf(one.reason().getMessage())));
            }
        }
    }
}
