package org.clientele.grid;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.access.Actor;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmException;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Keeps the views of one grid in a store, through the door. For one transaction. */
public final class ViewKeeping {

    private final Door door;
    private final Actor actor;
    private final Grid<?> grid;

    /** The views of a grid, as an actor sees and keeps them. */
    public ViewKeeping(Door door, Actor actor, Grid<?> grid) {
        this.door = door;
        this.actor = actor;
        this.grid = grid;
    }

    /** The saved ones that the actor may see: the actor's own first, each by name. */
    public List<SavedView> saved() {
        Ref<User> self = actor.user();
        List<SavedView> all = door.select(
                        SavedView.TYPE,
                        Query.<SavedView>of(SavedView.GRID.is(grid.name())).orderedBy(List.of(SavedView.NAME.asc())))
                .filter(view -> grid.name().equals(view.getGrid()))
                .toList();
        return Stream.concat(
                        all.stream().filter(view -> isOf(self, view)),
                        all.stream().filter(view -> !isOf(self, view)))
                .toList();
    }

    private static boolean isOf(@Nullable Ref<User> self, SavedView view) {
        return self != null && self.equals(view.getOwner());
    }

    /** Saves a view as the actor's own; one of the actor's that has the name becomes it. */
    public SavedView save(GridView view) {
        if (grid.view(view.name()).isPresent()) {
            throw new TakenViewException(grid.name(), view.name());
        }
        Resolved.of(grid, view, door.schema(), Instant.EPOCH, ZoneOffset.UTC);
        Ref<User> self = actor.user();
        Optional<SavedView> former = saved().stream()
                .filter(saved -> isOf(self, saved) && view.name().equals(saved.getName()))
                .findFirst();
        Write<SavedView> write = former.<Write<SavedView>>map(before -> {
                    SavedView after = SavedView.TYPE.copy(before);
                    after.take(view);
                    return new Write.Update<>(SavedView.TYPE, before, after);
                })
                .orElseGet(() -> new Write.Insert<>(SavedView.TYPE, new SavedView(grid.name(), view)));
        return (SavedView) door.write(List.of(write)).get(0);
    }

    /** Shows the actor this one first from now on; null for what the grid shows to whoever has chosen none. */
    public void choose(@Nullable Ref<SavedView> saved, @Nullable String readyMade) {
        Ref<User> self = actor.user();
        if (self == null) {
            throw new IllegalStateException(
                    "a default view is a user's, and it is the system that acts; act as a user");
        } else if (saved != null && door.find(SavedView.TYPE, saved.id()).isEmpty()) {
            throw new RecordNotFoundException(SavedView.TYPE, saved.id());
        } else if (readyMade != null && grid.view(readyMade).isEmpty()) {
            throw new IllegalArgumentException("grid '" + grid.name() + "' has no ready-made view '" + readyMade
                    + "'; it has " + grid.views().stream().map(GridView::name).toList());
        }
        Records all = door.consequences();
        chosen(all, self).ifPresent(former -> all.write(List.of(new Write.Delete<>(DefaultView.TYPE, former))));
        if (saved != null || readyMade != null) {
            DefaultView choice = DefaultView.of(self, grid.name(), saved, readyMade);
            all.write(List.of(new Write.Insert<>(DefaultView.TYPE, choice)));
        }
    }

    /** What the actor wants to see first, as far as the actor may see it still. */
    public GridView first() {
        Ref<User> self = actor.user();
        if (self == null) {
            return grid.standard();
        }
        return chosen(door.consequences(), self).flatMap(this::view).orElseGet(grid::standard);
    }

    private Optional<GridView> view(DefaultView choice) {
        Ref<SavedView> saved = choice.getSaved();
        String readyMade = choice.getReadyMade();
        return saved != null
                ? door.find(SavedView.TYPE, saved.id()).map(SavedView::view)
                : readyMade == null ? Optional.empty() : grid.view(readyMade);
    }

    private Optional<DefaultView> chosen(Records all, Ref<User> self) {
        return all
                .select(
                        DefaultView.TYPE,
                        Query.<DefaultView>of(DefaultView.USER.is(self).and(DefaultView.GRID.is(grid.name()))))
                .filter(choice -> grid.name().equals(choice.getGrid()))
                .toList()
                .stream()
                .findFirst();
    }

    /** A ready-made view has the name already. */
    public static final class TakenViewException extends CrmException {

        private static final long serialVersionUID = 1L;

        TakenViewException(String grid, String view) {
            super("grid '" + grid + "' has a ready-made view '" + view + "'; save it under another name");
        }
    }
}
