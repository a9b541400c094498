package org.clientele.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.report.Tally;

/**
 * A list of the records of a type as people look at it: which columns, in which order, with which ready-made views and
 * totals. A value: immutable, thread-safe, without a viewer.
 *
 * <pre>{@code
 * Grid<Opportunity> deals = Grid.of("deals", Opportunity.TYPE, layout -> layout
 *         .show(Opportunity.NAME, Opportunity.ACCOUNT, Opportunity.STATUS, Opportunity.BUDGET)
 *         .orderBy(Opportunity.CREATED_AT.desc())
 *         .view(GridView.named("Overdue").where("closeDate before today"))
 *         .totals(columns -> columns.sum("budget", Opportunity.BUDGET)));
 * }</pre>
 *
 * @param <R> the type of its records
 */
public final class Grid<R extends CrmRecord> {

    /** The ready-made view of all records, which every grid has. */
    public static final String ALL = "All";

    /** The column of {@link #totals} that counts the records. */
    public static final String COUNT = "records";

    private final String name;
    private final EntityType<R> type;
    private final Layout<R> layout;

    private Grid(String name, EntityType<R> type, Layout<R> layout) {
        this.name = name;
        this.type = type;
        this.layout = layout;
    }

    /**
     * A grid; without anything declared it shows every property of the type.
     *
     * @param name what saved views know it by
     * @throws IllegalArgumentException when two of its views have one name
     */
    public static <R extends CrmRecord> Grid<R> of(String name, EntityType<R> type, Consumer<Layout<R>> declaration) {
        Layout<R> layout = new Layout<>();
        declaration.accept(layout);
        long names = layout.views.stream().map(GridView::name).distinct().count();
        if (names < layout.views.size()) {
            throw new IllegalArgumentException("grid '" + name + "' has two views of one name among "
                    + layout.views.stream().map(GridView::name).toList() + "; '" + ALL
                    + "' is always there, and each of yours needs another name");
        }
        return new Grid<>(Objects.requireNonNull(name, "name"), type, layout);
    }

    /** Collects what a grid is to be; used within {@link Grid#of} only. */
    public static final class Layout<R extends CrmRecord> {

        private final List<Property<? super R, ?>> columns = new ArrayList<>();
        private final List<Sort<? super R>> order = new ArrayList<>();
        private final List<GridView> views = new ArrayList<>(List.of(GridView.named(ALL)));
        private Criterion<? super R> where = Criterion.always();
        private GridView standard = views.get(0);
        private Consumer<Tally.Columns<R>> totals = columns -> {};

        private Layout() {}

        /** Shows these columns unless a view says otherwise; a view can show any property of the type. */
        @SafeVarargs
        public final Layout<R> show(Property<? super R, ?>... properties) {
            columns.addAll(List.of(properties));
            return this;
        }

        /** Has only the records that meet the condition, whatever a view asks for. */
        public Layout<R> where(Criterion<? super R> condition) {
            where = condition;
            return this;
        }

        /** Orders by these steps unless a view says otherwise. */
        @SafeVarargs
        public final Layout<R> orderBy(Sort<? super R>... steps) {
            order.addAll(List.of(steps));
            return this;
        }

        /** Offers a ready-made view. */
        public Layout<R> view(GridView view) {
            views.add(view);
            return this;
        }

        /** Offers a ready-made view, and shows it to whoever has chosen none. */
        public Layout<R> standard(GridView view) {
            standard = view;
            return view(view);
        }

        /** Adds up figures of the records that a view shows. */
        public Layout<R> totals(Consumer<Tally.Columns<R>> figures) {
            totals = figures;
            return this;
        }
    }

    /** What saved views know it by. */
    public String name() {
        return name;
    }

    /** The type of its records. */
    public EntityType<R> type() {
        return type;
    }

    /** The columns that it shows unless a view says otherwise; none for all. */
    public List<Property<? super R, ?>> columns() {
        return List.copyOf(layout.columns);
    }

    /** Its own order; empty for the order of creation. */
    public List<Sort<? super R>> order() {
        return List.copyOf(layout.order);
    }

    /** Which records it has at all. */
    public Criterion<? super R> where() {
        return layout.where;
    }

    /** The ready-made views, that of all records first. */
    public List<GridView> views() {
        return List.copyOf(layout.views);
    }

    /** The ready-made view of this name. */
    public Optional<GridView> view(String wanted) {
        return layout.views.stream().filter(view -> view.name().equals(wanted)).findFirst();
    }

    /** The view for whoever has chosen none. */
    public GridView standard() {
        return layout.standard;
    }

    /** How many records a condition selects, and the figures of them, in one row. */
    public Tally<R> totals(Criterion<? super R> condition) {
        return Tally.of(name, type, columns -> {
            columns.where(condition).count(COUNT);
            layout.totals.accept(columns);
        });
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
