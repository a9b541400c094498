package org.clientele;

import java.util.List;
import org.clientele.grid.Grid;
import org.clientele.grid.GridView;
import org.clientele.grid.SavedView;
import org.clientele.grid.ViewKeeping;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The views of a grid that people saved. They are records as any other: {@link Session#delete} deletes them,
 * {@link Session#sharing} shares them, and roles say who may see, make and change them. Thread-safe outside of transactions.
 *
 * <pre>{@code
 * SavedView mine = sales.views(DEALS).save(GridView.named("Late").where("closeDate before today"));
 * sales.views(DEALS).makeDefault(mine);
 * }</pre>
 */
public final class Views {

    private final Work work;
    private final Grid<?> grid;

    Views(Work work, Grid<?> grid) {
        this.work = work;
        this.grid = grid;
    }

    /** The saved ones that the actor may see: the actor's own first, each by name. */
    public List<SavedView> list() {
        return work.read(door -> new ViewKeeping(door, work.actor(), grid).saved());
    }

    /**
     * Saves a view as the actor's own; one of the actor's own that has the name becomes it.
     *
     * @throws ViewKeeping.TakenViewException when a ready-made one has the name
     * @throws org.clientele.access.AccessDeniedException when the actor may not make views
     * @throws org.clientele.filter.FilterException when its filter is none
     * @throws org.clientele.grid.UnknownColumnException when it names a column that there is not
     */
    public SavedView save(GridView view) {
        return work.inTransaction("save view", door -> new ViewKeeping(door, work.actor(), grid).save(view));
    }

    /**
     * Shows the actor this view first from now on.
     *
     * @throws org.clientele.store.RecordNotFoundException when the actor may not see it
     */
    public void makeDefault(SavedView view) {
        choose(Ref.to(view), null);
    }

    /** The same for a ready-made view; IllegalArgumentException when the grid has none of this name. */
    public void makeDefault(String readyMade) {
        choose(null, readyMade);
    }

    /** Shows the actor first again what the grid shows to whoever has chosen nothing. */
    public void clearDefault() {
        choose(null, null);
    }

    private void choose(@Nullable Ref<SavedView> saved, @Nullable String readyMade) {
        work.<@Nullable Void>inTransaction("default view", door -> {
            new ViewKeeping(door, work.actor(), grid).choose(saved, readyMade);
            return null;
        });
    }

    /** What the actor sees first: the default, or the grid's standard where there is none that the actor may see still. */
    public GridView first() {
        return work.read(door -> new ViewKeeping(door, work.actor(), grid).first());
    }
}
