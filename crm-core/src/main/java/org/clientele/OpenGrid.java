package org.clientele;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.criteria.Slice;
import org.clientele.criteria.Sort;
import org.clientele.door.Door;
import org.clientele.exchange.ExportLayout;
import org.clientele.grid.CellText;
import org.clientele.grid.Grid;
import org.clientele.grid.GridRow;
import org.clientele.grid.GridView;
import org.clientele.grid.Resolved;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.report.Table;
import org.jspecify.annotations.Nullable;

/**
 * A grid as a session sees it through one of its views. Immutable; nothing is read before a method asks for records.
 *
 * <pre>{@code
 * OpenGrid<Opportunity> deals = sales.grid(DEALS, zone).show(GridView.named("mine").where("closeDate before today"));
 * deals.page(1).rows();
 * }</pre>
 *
 * @param <R> the type of its records
 */
public final class OpenGrid<R extends CrmRecord> {

    private final Work work;
    private final Grid<R> grid;
    private final GridView view;
    private final ZoneId zone;
    private final Criterion<? super R> further;

    OpenGrid(Work work, Grid<R> grid, GridView view, ZoneId zone, Criterion<? super R> further) {
        this.work = work;
        this.grid = grid;
        this.view = view;
        this.zone = zone;
        this.further = further;
    }

    /** Through which view it is seen. */
    public GridView view() {
        return view;
    }

    /**
     * The same grid through another view.
     *
     * @throws org.clientele.filter.FilterException when records are asked for and the filter is none, or names what there is
     *     not
     * @throws org.clientele.grid.UnknownColumnException likewise for its columns and its order
     */
    public OpenGrid<R> show(GridView other) {
        return new OpenGrid<>(work, grid, Objects.requireNonNull(other, "other"), zone, further);
    }

    /** The same view with one more condition, such as that of a segment or of a cell of a report. */
    public OpenGrid<R> where(Criterion<? super R> condition) {
        return new OpenGrid<>(work, grid, view, zone, new Criterion.All<R>(List.of(further, condition)));
    }

    private Resolved<R> resolved() {
        return Resolved.of(
                grid, view, work.premises().schema(), work.premises().clock().instant(), zone);
    }

    private Criterion<R> where(Resolved<R> resolved) {
        return new Criterion.All<>(List.of(resolved.where(), further));
    }

    /** The records that are shown, in their order: for exports and for whatever is done with all of them. */
    public Selection<R> selection() {
        return selection(resolved(), work);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a step that orders a type orders every type below it
    private Selection<R> selection(Resolved<R> resolved, Work by) {
        Sort<? super R>[] order = resolved.order().toArray(new Sort[0]);
        return new Selection<>(by, grid.type(), Query.<R>all())
                .where(where(resolved))
                .orderBy(order);
    }

    /** The names of the columns that are shown. */
    public List<String> columns() {
        return resolved().columns().stream().map(Property::name).toList();
    }

    /** What stands above the columns. */
    public List<String> titles() {
        return resolved().columns().stream().map(Property::label).toList();
    }

    /**
     * The columns that are shown as those of a file, by convention: {@code sales.exporter(deals.selection(), deals.exported())}.
     * A calculated column is written too; an import reads it only to match on it.
     */
    public Consumer<ExportLayout<R>> exported() {
        return layout -> resolved().columns().forEach(layout::columns);
    }

    /** One page and how many records there are; {@code number} counts from 1. A page beyond the end is empty. */
    public Page<GridRow<R>> page(int number) {
        Resolved<R> resolved = resolved();
        return work.read(door -> {
            Page<R> page = selection(resolved, work.within(door)).page(number, view.size());
            return new Page<>(rows(page.records(), resolved, door), number, view.size(), page.total());
        });
    }

    /**
     * The next rows, none left out and none twice whatever comes and goes meanwhile.
     *
     * @param after what the slice before gave as its {@link Slice#next() next}; null for the first
     * @throws IllegalArgumentException for a text that no slice of this order gave
     */
    public Slice<GridRow<R>> next(@Nullable String after) {
        Resolved<R> resolved = resolved();
        return work.read(door -> {
            Slice<R> slice = selection(resolved, work.within(door)).slice(view.size(), after);
            return new Slice<>(rows(slice.records(), resolved, door), slice.next());
        });
    }

    private List<GridRow<R>> rows(List<R> records, Resolved<R> resolved, Door door) {
        return CellText.rows(records, resolved.columns(), door, zone);
    }

    /** How many records are shown on all pages, and the figures of them that the grid adds up: a table of one row. */
    public Table<R> totals() {
        return work.read(grid.totals(where(resolved()))::run);
    }
}
