package org.clientele.grid;

import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Which view of a grid a user wants to see first: a saved one or a ready-made one. The CRM alone makes it; it goes with either. */
public class DefaultView extends CrmRecord {

    private static final int NAME_LENGTH = 255;

    public static final ReferenceProperty<DefaultView, User> USER = ReferenceProperty.of(
                    "user", User.class, DefaultView::getUser, DefaultView::setUser)
            .with(required(), WhenTargetGoes.GO_ALONG);
    /** The name of the grid. */
    public static final TextProperty<DefaultView> GRID = TextProperty.of(
                    "grid", DefaultView::getGrid, DefaultView::setGrid)
            .with(required(), maxLength(NAME_LENGTH));
    /** The saved one. */
    public static final ReferenceProperty<DefaultView, SavedView> SAVED = ReferenceProperty.of(
                    "saved", SavedView.class, DefaultView::getSaved, DefaultView::setSaved)
            .with(WhenTargetGoes.GO_ALONG);
    /** The name of the ready-made one. */
    public static final TextProperty<DefaultView> READY_MADE = TextProperty.of(
                    "readyMade", DefaultView::getReadyMade, DefaultView::setReadyMade)
            .with(maxLength(NAME_LENGTH));

    public static final EntityType<DefaultView> TYPE = EntityType.define(
            "default view",
            DefaultView.class,
            DefaultView::new,
            type -> type.properties(USER, GRID, SAVED, READY_MADE)
                    .madeByCrm()
                    .distinctBy(USER, GRID)
                    .rule(
                            "is a saved view or a ready-made one; give either",
                            (choice, context) -> (choice.saved == null) != (choice.readyMade == null)));

    private @Nullable UUID user;
    private @Nullable String grid;
    private @Nullable UUID saved;
    private @Nullable String readyMade;

    /** An empty choice. */
    protected DefaultView() {}

    /** A user's choice for the grid of this name; either of what it is. */
    public static DefaultView of(
            Ref<User> user, String grid, @Nullable Ref<SavedView> saved, @Nullable String readyMade) {
        DefaultView choice = new DefaultView();
        choice.setUser(user);
        choice.grid = grid;
        choice.setSaved(saved);
        choice.readyMade = readyMade;
        return choice;
    }

    public @Nullable Ref<User> getUser() {
        return user == null ? null : new Ref<>(user);
    }

    public void setUser(@Nullable Ref<User> user) {
        this.user = user == null ? null : user.id();
    }

    public @Nullable String getGrid() {
        return grid;
    }

    public void setGrid(@Nullable String grid) {
        this.grid = grid;
    }

    public @Nullable Ref<SavedView> getSaved() {
        return saved == null ? null : new Ref<>(saved);
    }

    public void setSaved(@Nullable Ref<SavedView> saved) {
        this.saved = saved == null ? null : saved.id();
    }

    public @Nullable String getReadyMade() {
        return readyMade;
    }

    public void setReadyMade(@Nullable String readyMade) {
        this.readyMade = readyMade;
    }
}
