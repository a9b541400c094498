package org.clientele.notice;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.IdProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * That a listener is still to hear of a change set: written with the change set, in one transaction, and deleted when the
 * listener has had it. The CRM alone makes and deletes it, and the journal does not tell of it.
 */
public class Notice extends CrmRecord {

    static final int LONGEST_NAME = 100;

    /** The name of the listener. */
    public static final TextProperty<Notice> LISTENER = TextProperty.of(
                    "listener", (Notice notice) -> notice.listener, (notice, name) -> notice.listener = name)
            .with(required(), maxLength(LONGEST_NAME), indexed());
    /** The change set; the journal tells what it did. */
    public static final IdProperty<Notice> CHANGE_SET = IdProperty.of(
                    "changeSet", (Notice notice) -> notice.changeSet, (notice, set) -> notice.changeSet = set)
            .with(required());
    /**
     * The order of delivery. A database numbers the rows as they are written, which is at the end of a transaction, when it has
     * locked what it changed: so whoever changes it next has a greater number, whatever the clocks say. Elsewhere it is the order
     * in which the notices were made.
     */
    static final NumberProperty<Notice, Long> PLACE =
            NumberProperty.ofLong("place", notice -> notice.place, (notice, place) -> notice.place = place);

    public static final EntityType<Notice> TYPE = EntityType.define(
            "notice",
            Notice.class,
            Notice::new,
            type -> type.properties(LISTENER, CHANGE_SET, PLACE).madeByCrm());

    private @Nullable String listener;
    private @Nullable UUID changeSet;
    private @Nullable Long place;

    /** An empty notice. */
    protected Notice() {}

    /** That a listener is to hear of a change set. */
    Notice(String listener, UUID changeSet) {
        this.listener = listener;
        this.changeSet = changeSet;
        this.place = getId().getMostSignificantBits();
    }
}
