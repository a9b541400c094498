package org.clientele.grid;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unsearched;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * A view of a grid that somebody saved (OroCRM documentation, Grids: saved views). It belongs to its owner and is guarded as any
 * record: who else may see it is said by roles, and by sharing it.
 */
public class SavedView extends UserOwned {

    private static final int NAME_LENGTH = 255;

    /** The name of the grid. */
    public static final TextProperty<SavedView> GRID = TextProperty.of("grid", SavedView::getGrid, SavedView::setGrid)
            .with(required(), maxLength(NAME_LENGTH), indexed(), unsearched());

    public static final TextProperty<SavedView> NAME =
            TextProperty.of("name", SavedView::getName, SavedView::setName).with(required(), maxLength(NAME_LENGTH));
    /** The filter, as {@link org.clientele.filter.Filter} reads it. */
    public static final TextProperty<SavedView> FILTER = TextProperty.of(
                    "filter", SavedView::getFilter, SavedView::setFilter)
            .with(unsearched());
    /** A step a line: {@code asc} or {@code desc}, a space, the name of a property. */
    public static final TextProperty<SavedView> STEPS =
            TextProperty.of("steps", SavedView::getSteps, SavedView::setSteps).with(unsearched());
    /** The name of a property a line. */
    public static final TextProperty<SavedView> COLUMNS = TextProperty.of(
                    "columns", SavedView::getColumns, SavedView::setColumns)
            .with(unsearched());
    /** Records on a page. */
    public static final NumberProperty<SavedView, Integer> PAGE_SIZE = NumberProperty.ofInteger(
                    "pageSize", SavedView::getPageSize, SavedView::setPageSize)
            .with(required());

    public static final EntityType<SavedView> TYPE = EntityType.define(
            "saved view",
            SavedView.class,
            SavedView::new,
            type -> type.properties(GRID, NAME, FILTER, STEPS, COLUMNS, PAGE_SIZE)
                    .owned(OWNERSHIP)
                    .distinctBy(OWNER, GRID, NAME)
                    .named(NAME)
                    .rule(
                            "has pages of no record; show 1 at least",
                            (view, context) -> view.pageSize == null || view.pageSize > 0));

    private static final String ASCENDING = "asc ";
    private static final String DESCENDING = "desc ";

    private @Nullable String grid;
    private @Nullable String name;
    private @Nullable String filter;
    private @Nullable String steps;
    private @Nullable String columns;
    private @Nullable Integer pageSize;

    /** An empty view. */
    protected SavedView() {}

    /** A view of a grid of this name. */
    SavedView(String grid, GridView view) {
        this.grid = grid;
        take(view);
    }

    /** Becomes this view. */
    final void take(GridView view) {
        name = view.name();
        filter = view.filter();
        steps = view.order().stream()
                .map(step -> (step.ascending() ? ASCENDING : DESCENDING) + step.column())
                .collect(Collectors.joining("\n"));
        columns = String.join("\n", view.columns());
        pageSize = view.size();
    }

    /** The view itself. */
    public GridView view() {
        List<GridView.Step> order = new ArrayList<>();
        lines(steps)
                .forEach(line -> order.add(
                        new GridView.Step(line.substring(line.indexOf(' ') + 1), line.startsWith(ASCENDING))));
        return new GridView(
                String.valueOf(name),
                filter == null ? "" : filter,
                order,
                lines(columns),
                pageSize == null ? GridView.SIZE : pageSize);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    public @Nullable String getGrid() {
        return grid;
    }

    public void setGrid(@Nullable String grid) {
        this.grid = grid;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getFilter() {
        return filter;
    }

    public void setFilter(@Nullable String filter) {
        this.filter = filter;
    }

    public @Nullable String getSteps() {
        return steps;
    }

    public void setSteps(@Nullable String steps) {
        this.steps = steps;
    }

    public @Nullable String getColumns() {
        return columns;
    }

    public void setColumns(@Nullable String columns) {
        this.columns = columns;
    }

    public @Nullable Integer getPageSize() {
        return pageSize;
    }

    public void setPageSize(@Nullable Integer pageSize) {
        this.pageSize = pageSize;
    }
}
