package org.clientele.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.MassAnswer;
import org.clientele.OpenGrid;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Permission;
import org.clientele.criteria.Page;
import org.clientele.criteria.Slice;
import org.clientele.filter.FilterException;
import org.clientele.grid.Grid;
import org.clientele.grid.GridRow;
import org.clientele.grid.GridView;
import org.clientele.grid.SavedView;
import org.clientele.grid.UnknownColumnException;
import org.clientele.grid.ViewKeeping;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.segment.Segment;
import org.clientele.segment.SegmentMember;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;
import org.clientele.view.StandardGrids;
import org.junit.jupiter.api.Test;

/**
 * The laws of grids and segments on a store, over generated records of a standard type and of a host's. Extend it and give a
 * store; each try opens a CRM of its own on an empty one.
 */
public abstract class GridLaws {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Comparator<String> CASE = String.CASE_INSENSITIVE_ORDER;

    static final Grid<Opportunity> DEALS = Grid.of(
            "deals",
            Opportunity.TYPE,
            layout -> layout.show(Opportunity.NAME, Opportunity.ACCOUNT, Opportunity.STATUS, Opportunity.BUDGET)
                    .orderBy(Opportunity.CLOSE_DATE.desc())
                    .standard(GridView.named("Open").where("status is not any of [won, lost]"))
                    .totals(columns -> columns.sum("budget", Opportunity.BUDGET)));
    static final Grid<Visit> VISITS = Grid.of("visits", Visit.TYPE, layout -> {});

    private static final List<GridView> VIEWS_OF_DEALS = List.of(
            GridView.named("every deal").pagesOf(2),
            GridView.named("won")
                    .where("status is won")
                    .show("name", "tags", "owner")
                    .pagesOf(1),
            GridView.named("carts")
                    .where("name contains \"cart\" or budget is blank")
                    .orderBy(new GridView.Step("name", true), new GridView.Step("probability", false))
                    .pagesOf(3));
    private static final List<GridView> VIEWS_OF_VISITS = List.of(
            GridView.named("all visits").pagesOf(2),
            GridView.named("long")
                    .where("minutes at least 1")
                    .orderBy(new GridView.Step("minutes", false))
                    .show("subject", "minutes")
                    .pagesOf(1));

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    @Property(tries = 8)
    void pagesAndSlicesShowEachRecordOfTheViewOnceAndSavedViewsTheSameAgain(@ForAll long seed) {
        ReportWorld world = new ReportWorld(newStore(), seed);
        for (Session viewer : world.viewers()) {
            VIEWS_OF_DEALS.forEach(view -> check(viewer.grid(DEALS, ZONE).show(view)));
            VIEWS_OF_VISITS.forEach(view -> check(viewer.grid(VISITS, ZONE).show(view)));
        }
        Session leader = world.viewers().get(0);
        for (GridView view : VIEWS_OF_DEALS) {
            assertThat(leader.views(DEALS).save(view).view()).isEqualTo(view);
        }
        assertThat(leader.views(DEALS).list().stream().map(SavedView::view))
                .containsExactlyInAnyOrderElementsOf(VIEWS_OF_DEALS);
    }

    private static <R extends CrmRecord> void check(OpenGrid<R> grid) {
        List<R> all = grid.selection().list();
        List<R> paged = new ArrayList<>();
        Page<GridRow<R>> page = grid.page(1);
        for (int number = 1; !page.records().isEmpty(); page = grid.page(++number)) {
            assertThat(page.total()).isEqualTo(all.size());
            assertThat(page.records())
                    .hasSizeLessThanOrEqualTo(grid.view().size())
                    .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(grid.columns()));
            page.records().stream().map(GridRow::record).forEach(paged::add);
        }
        assertThat(paged).isEqualTo(all);
        List<R> sliced = new ArrayList<>();
        Slice<GridRow<R>> slice = grid.next(null);
        while (true) {
            slice.records().stream().map(GridRow::record).forEach(sliced::add);
            if (slice.next().isEmpty()) {
                break;
            }
            slice = grid.next(slice.next().get());
        }
        assertThat(sliced).isEqualTo(all);
        assertThat(grid.totals().total(Grid.COUNT)).isEqualTo((long) all.size());
    }

    @Property(tries = 8)
    void aSegmentHasWhatItsFilterSelectsNowOrWhatItSelectedWhenItWasTaken(@ForAll long seed) {
        ReportWorld world = new ReportWorld(newStore(), seed);
        Session leader = world.viewers().get(0);
        String filter = "name contains \"cart\" or status is won";
        Segment dynamic = leader.segments().save(Segment.dynamic("dynamic", Opportunity.TYPE, filter));
        Segment snapshot = leader.segments().save(Segment.snapshot("snapshot", Opportunity.TYPE, filter));
        assertThat(in(snapshot, leader)).isEmpty();
        Segment taken = leader.segments().take(snapshot, ZONE);
        List<Opportunity> then = in(dynamic, leader);
        assertThat(in(taken, leader)).isEqualTo(then);
        assertThat(taken.getTakenAt()).isNotNull();
        leader.changeEach(leader.select(Opportunity.TYPE).list(), deal -> deal.setName("Wheels"));
        assertThat(in(taken, leader)).isEqualTo(then);
        assertThat(in(dynamic, leader)).allMatch(deal -> OpportunityStatus.WON.equals(deal.getStatus()));
        then.stream().findFirst().ifPresent(deal -> leader.delete(leader.get(Opportunity.TYPE, deal.getId())));
        assertThat(in(taken, leader)).isEqualTo(then.stream().skip(1).toList());
        assertThat(in(leader.segments().take(taken, ZONE), leader)).isEqualTo(in(dynamic, leader));
        leader.delete(leader.get(Segment.TYPE, taken.getId()));
        assertThat(leader.select(SegmentMember.TYPE).count()).isZero();
    }

    private static List<Opportunity> in(Segment segment, Session viewer) {
        return viewer.select(Opportunity.TYPE)
                .where(viewer.segments().criterion(segment, Opportunity.TYPE, ZONE))
                .list();
    }

    @Property(tries = 8)
    void eachRecordOfAMassActionIsDoneOrStaysAndIsNamed(@ForAll long seed) {
        ReportWorld world = new ReportWorld(newStore(), seed);
        Session leader = world.viewers().get(0);
        List<Visit> visits = leader.select(Visit.TYPE).list();
        MassAnswer<Visit> answer =
                leader.changeEach(visits, visit -> visit.setSubject("first".equals(visit.getSubject()) ? "" : "third"));
        assertThat(answer.done()).allMatch(visit -> "third".equals(visit.getSubject()));
        assertThat(answer.refused()).allMatch(one -> "first".equals(one.record().getSubject()));
        assertThat(answer.refused())
                .allSatisfy(one -> assertThat(one.reason()).hasMessageContaining("subject is missing; give one"));
        assertThat(Stream.concat(
                        answer.done().stream(), answer.refused().stream().map(MassAnswer.Refused::record)))
                .containsExactlyInAnyOrderElementsOf(visits);
        assertThat(leader.undo(answer.receipt())).isNotNull();
        assertThat(leader.select(Visit.TYPE).list().stream().map(Visit::getSubject))
                .containsExactlyElementsOf(
                        visits.stream().map(Visit::getSubject).toList());
        MassAnswer<Visit> deleted = leader.deleteEach(leader.select(Visit.TYPE).list());
        assertThat(deleted.done()).hasSameSizeAs(visits);
        assertThat(leader.select(Visit.TYPE).count()).isZero();
    }

    @Test
    void whatAChangeThrowsIsSaidOfItsRecord() {
        Session leader = new ReportWorld(newStore(), 10).viewers().get(0);
        List<Visit> visits = leader.select(Visit.TYPE).list();
        MassAnswer<Visit> answer = leader.changeEach(visits, visit -> {
            if (visit.getId().equals(visits.get(0).getId())) {
                throw new IllegalStateException("it is too late; come earlier");
            }
            visit.setSubject("third");
        });
        assertThat(answer.refused()).singleElement().satisfies(one -> {
            assertThat(one.record()).isEqualTo(visits.get(0));
            assertThat(one.reason()).hasMessageContaining("can not be changed so: it is too late; come earlier");
        });
        assertThat(answer.done()).hasSize(visits.size() - 1);
    }

    @Test
    void everyReadyMadeViewOfAStandardGridCanBeShown() {
        Session leader = new ReportWorld(newStore(), 10).viewers().get(0);
        for (Grid<?> grid : StandardGrids.ALL) {
            for (GridView view : grid.views()) {
                check(leader.grid(grid, ZONE).show(view.pagesOf(4)));
            }
        }
        List<Opportunity> open =
                leader.grid(StandardGrids.OPPORTUNITIES, ZONE).selection().list();
        assertThat(open).isNotEmpty().noneMatch(deal -> OpportunityStatus.WON.equals(deal.getStatus()));
        OpenGrid<Opportunity> opened = leader.grid(StandardGrids.OPPORTUNITIES, ZONE);
        Page<GridRow<Opportunity>> first = opened.page(1);
        assertThat(opened.titles()).startsWith("Opportunity name").endsWith("Status", "Owner");
        assertThat(first.records().get(0).cells()).hasSize(8).doesNotContainNull();
        assertThat(first.size()).isEqualTo(25);
    }

    @Test
    void aViewIsInTheOrderOfItsStepsAndWhereItHasNoneInThatOfTheGrid() {
        Session leader = new ReportWorld(newStore(), 10).viewers().get(0);
        OpenGrid<Opportunity> deals = leader.grid(DEALS, ZONE);
        Comparator<Opportunity> byName = Comparator.comparing(deal -> String.valueOf(deal.getName()), CASE);
        GridView byNames = GridView.named("names").orderBy(new GridView.Step("name", true));
        assertThat(names(deals.show(byNames))).isSortedAccordingTo(CASE).contains("Wheels");
        assertThat(deals.show(GridView.named("back").orderBy(new GridView.Step("name", false)))
                        .selection()
                        .list())
                .isSortedAccordingTo(byName.reversed());
        assertThat(deals.show(GridView.named("all")).selection().list().stream()
                        .map(Opportunity::getCloseDate)
                        .filter(Objects::nonNull))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .isNotEmpty();
    }

    private static List<String> names(OpenGrid<Opportunity> grid) {
        return grid.next(null).records().stream()
                .map(row -> String.valueOf(row.record().getName()))
                .toList();
    }

    @Test
    void aUserSeesTheDefaultFirstAndTheStandardWithoutOne() {
        Session leader = new ReportWorld(newStore(), 1).viewers().get(0);
        assertThat(leader.grid(DEALS, ZONE).view().name()).isEqualTo("Open");
        SavedView mine = leader.views(DEALS).save(GridView.named("mine").where("closeDate before today - 30 days"));
        leader.views(DEALS).makeDefault(mine);
        assertThat(leader.grid(DEALS, ZONE).view()).isEqualTo(mine.view());
        leader.views(DEALS).makeDefault(Grid.ALL);
        assertThat(leader.grid(DEALS, ZONE).view().name()).isEqualTo(Grid.ALL);
        leader.views(DEALS).makeDefault(mine);
        leader.delete(mine);
        assertThat(leader.grid(DEALS, ZONE).view().name()).isEqualTo("Open");
        leader.views(DEALS).clearDefault();
        assertThat(leader.grid(DEALS, ZONE).view().name()).isEqualTo("Open");
    }

    @Test
    void whatSomebodyElseSavedIsSeenOnlyWhereItIsSharedAndShowsNoMoreThanTheViewerMaySee() {
        ReportWorld world = new ReportWorld(newStore(), 10);
        Session leader = world.viewers().get(0);
        Session seller = world.viewers().get(1);
        User olga = world.users().get(1);
        SavedView view = leader.views(DEALS).save(GridView.named("mine"));
        Segment deals =
                leader.segments().take(leader.segments().save(Segment.snapshot("deals", Opportunity.TYPE, "")), ZONE);
        assertThat(in(deals, leader)).isNotEmpty();
        assertThat(seller.views(DEALS).list()).isEmpty();
        assertThat(seller.segments().of(Opportunity.TYPE)).isEmpty();
        assertThat(in(deals, seller)).isEmpty();
        assertThatThrownBy(() -> seller.views(DEALS).makeDefault(view)).isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> seller.segments().take(deals, ZONE)).isInstanceOf(RecordNotFoundException.class);
        leader.sharing(view).with(olga, Permission.VIEW);
        leader.sharing(deals).with(olga, Permission.VIEW);
        assertThat(seller.views(DEALS).list()).containsExactly(view);
        assertThat(in(deals, seller))
                .isEqualTo(seller.select(Opportunity.TYPE).list())
                .isNotEqualTo(in(deals, leader));
        assertThatThrownBy(() -> seller.segments().take(deals, ZONE)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void savingAViewUnderItsNameChangesItAndBadOnesAreRefused() {
        Session leader = new ReportWorld(newStore(), 1).viewers().get(0);
        GridView view = GridView.named("mine");
        SavedView first = leader.views(DEALS).save(view);
        SavedView again = leader.views(DEALS).save(view.where("status is won"));
        assertThat(again).isEqualTo(first);
        assertThat(leader.views(DEALS).list()).containsExactly(again);
        assertThatThrownBy(() -> leader.views(DEALS).save(GridView.named(Grid.ALL)))
                .isInstanceOf(ViewKeeping.TakenViewException.class)
                .hasMessage("grid 'deals' has a ready-made view 'All'; save it under another name");
        assertThatThrownBy(() -> leader.views(DEALS).save(view.where("colour is red")))
                .isInstanceOf(FilterException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> leader.views(DEALS).save(view.show("colour")))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageStartingWith("grid 'deals' has no column 'colour'; it has name, status, ");
        assertThatThrownBy(() -> leader.views(DEALS).save(view.orderBy(new GridView.Step("tags", true))))
                .hasMessageContaining("can not be ordered by tags, which holds many values");
        assertThatThrownBy(() -> leader.segments().save(Segment.dynamic("bad", Visit.TYPE, "colour is red")))
                .isInstanceOf(FilterException.class);
        Segment visits = leader.segments().save(Segment.dynamic("visits", Visit.TYPE, ""));
        assertThatThrownBy(() -> leader.segments().criterion(visits, Opportunity.TYPE, ZONE))
                .hasMessage("segment 'visits' has records of the type visit and none of opportunity; ask it for those");
        assertThatThrownBy(() -> leader.segments().take(visits, ZONE)).hasMessageContaining("is asked anew each time");
    }
}
