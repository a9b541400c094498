package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.Selection;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.criteria.Slice;
import org.clientele.model.CrmRecord;

/** Probes of selections. */
final class SelectionProbes {

    private static final int PAGE = 3;

    private SelectionProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Selection.list()", SelectionProbes::list,
                "Selection.first()", SelectionProbes::first,
                "Selection.count()", SelectionProbes::count,
                "Selection.page(int, int)", SelectionProbes::page,
                "Selection.slice(int, String)", SelectionProbes::slice,
                "Selection.where(Criterion)", SelectionProbes::where,
                "Selection.orderBy(Sort[])", SelectionProbes::orderBy,
                "Selection.type()", SelectionProbes::showsWhatWasAsked,
                "Selection.query()", SelectionProbes::showsWhatWasAsked);
    }

    private static <R extends CrmRecord> Selection<R> all(Scene<R> scene) {
        return scene.session().select(scene.type());
    }

    private static <R extends CrmRecord> void list(Scene<R> scene) {
        assertThat(all(scene).list()).as("%s", scene).isEqualTo(scene.seen());
    }

    private static <R extends CrmRecord> void first(Scene<R> scene) {
        assertThat(all(scene).first())
                .as("%s", scene)
                .isEqualTo(scene.seen().stream().findFirst());
        assertThat(all(scene).where(scene.isHidden()).first()).isEmpty();
    }

    private static <R extends CrmRecord> void count(Scene<R> scene) {
        assertThat(all(scene).count()).as("%s", scene).isEqualTo(scene.seen().size());
        assertThat(all(scene).where(scene.isHidden()).count()).isZero();
    }

    private static <R extends CrmRecord> void page(Scene<R> scene) {
        Page<R> page = all(scene).page(1, PAGE);
        assertThat(page.records())
                .as("%s", scene)
                .isEqualTo(scene.seen().stream().limit(PAGE).toList());
        assertThat(page.total()).as("%s", scene).isEqualTo(scene.seen().size());
    }

    private static <R extends CrmRecord> void slice(Scene<R> scene) {
        List<R> all = new ArrayList<>();
        String next = null;
        do {
            Slice<R> slice = all(scene).slice(PAGE, next);
            all.addAll(slice.records());
            next = slice.next().orElse(null);
        } while (next != null);
        assertThat(all).as("%s", scene).isEqualTo(scene.seen());
    }

    private static <R extends CrmRecord> void where(Scene<R> scene) {
        assertThat(all(scene).where(scene.isHidden()).list()).as("%s", scene).isEmpty();
    }

    private static <R extends CrmRecord> void orderBy(Scene<R> scene) {
        List<R> latestFirst = all(scene).orderBy(CrmRecord.CREATED_AT.desc()).list();
        assertThat(latestFirst).as("%s", scene).containsExactlyInAnyOrderElementsOf(scene.seen());
    }

    private static <R extends CrmRecord> void showsWhatWasAsked(Scene<R> scene) {
        assertThat(all(scene).type()).isEqualTo(scene.type());
        assertThat(all(scene).query()).isEqualTo(Query.<R>all());
    }
}
