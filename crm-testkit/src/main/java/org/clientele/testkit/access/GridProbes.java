package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.MassAnswer;
import org.clientele.OpenGrid;
import org.clientele.Session;
import org.clientele.access.Permission;
import org.clientele.criteria.Criterion;
import org.clientele.grid.Grid;
import org.clientele.grid.GridPage;
import org.clientele.grid.GridRow;
import org.clientele.grid.GridView;
import org.clientele.grid.SavedView;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.segment.Segment;
import org.clientele.value.Ref;

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
        GridPage<R> page = open(scene).show(GridView.named("few").pagesOf(3)).page(1);
        assertThat(page.total()).as("%s", scene).isEqualTo(scene.seen().size());
        assertThat(page.rows().stream().map(GridRow::record))
                .as("%s", scene)
                .containsExactlyElementsOf(scene.seen().stream().limit(3).toList());
        page.rows()
                .forEach(row ->
                        scene.hidden().forEach(hidden -> row.cells().forEach(cell -> scene.tellsNoName(hidden, cell))));
    }

    private static <R extends CrmRecord> void next(Scene<R> scene) {
        List<CrmRecord> all = new ArrayList<>();
        String after = null;
        do {
            GridPage<R> page =
                    open(scene).show(GridView.named("few").pagesOf(3)).next(after);
            page.rows().forEach(row -> all.add(row.record()));
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
        assertThat(open(scene).columns()).isNotEmpty();
    }

    /** Given to some user of the world. */
    private static <S extends UserOwned> S owned(S record, Scene<?> scene) {
        User owner = scene.world().made(User.TYPE).get(0);
        record.setOwner(Ref.to(owner));
        record.setOrganization(owner.getOrganization());
        return record;
    }

    /** A view that somebody else saved is not shown, unless it may be, nor can it be made the default. */
    private static <R extends CrmRecord> void views(Scene<R> scene) {
        SavedView fresh = SavedView.TYPE.newRecord();
        fresh.setGrid(grid(scene).name());
        fresh.setName("secret " + UUID.randomUUID());
        fresh.setPageSize(GridView.SIZE);
        SavedView view = scene.system().save(owned(fresh, scene));
        Session session = scene.session();
        boolean shown = session.find(SavedView.TYPE, Ref.to(view)).isPresent();
        assertThat(session.views(grid(scene)).list().contains(view))
                .as("%s", scene)
                .isEqualTo(shown);
        if (!shown) {
            String refusal =
                    scene.viewer().refusal(own -> own.views(grid(scene)).makeDefault(view));
            assertThat(refusal).as("%s", scene).isNotEmpty().doesNotContain(String.valueOf(view.getName()));
            assertThat(session.views(grid(scene)).first().name()).isEqualTo(Grid.ALL);
        }
        scene.system().delete(view);
    }

    private static <R extends CrmRecord> void segments(Scene<R> scene) {
        Segment segment =
                scene.system().save(owned(Segment.dynamic("secret " + UUID.randomUUID(), scene.type(), ""), scene));
        Session session = scene.session();
        assertThat(session.segments().of(scene.type()).contains(segment))
                .as("%s", scene)
                .isEqualTo(session.find(Segment.TYPE, Ref.to(segment)).isPresent());
        Criterion<R> all = session.segments().criterion(segment, scene.type(), ZONE);
        assertThat(session.select(scene.type()).where(all).list())
                .as("%s", scene)
                .isEqualTo(scene.seen());
        scene.system().delete(segment);
    }

    /** What a snapshot has that somebody else took shows no more of it than any selection. */
    private static <R extends CrmRecord> void taken(Scene<R> scene) {
        Session system = scene.system();
        Segment segment = system.segments()
                .take(
                        system.save(owned(Segment.snapshot("secret " + UUID.randomUUID(), scene.type(), ""), scene)),
                        ZONE);
        Session session = scene.session();
        Criterion<R> taken = session.segments().criterion(segment, scene.type(), ZONE);
        boolean shown = session.find(Segment.TYPE, Ref.to(segment)).isPresent();
        assertThat(session.select(scene.type()).where(taken).list())
                .as("%s", scene)
                .isEqualTo(shown ? scene.seen() : List.of());
        if (!session.may(Permission.EDIT, segment)) {
            assertThat(scene.viewer().refusal(own -> own.segments().take(segment, ZONE)))
                    .as("%s", scene)
                    .isNotEmpty();
        }
        system.delete(segment);
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
