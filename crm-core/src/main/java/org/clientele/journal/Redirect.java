package org.clientele.journal;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.IdProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * That a record was merged into another, which stands for it from then on. The CRM alone makes it, with the merge, and an undo
 * of the merge takes it back.
 */
public class Redirect extends CrmRecord {

    public static final TextProperty<Redirect> RECORD_TYPE = TextProperty.of(
                    "recordType",
                    redirect -> redirect.recordType,
                    (Redirect redirect, String type) -> redirect.recordType = type)
            .with(required());
    public static final IdProperty<Redirect> RECORD_ID = IdProperty.of(
                    "recordId", (Redirect redirect) -> redirect.recordId, (redirect, id) -> redirect.recordId = id)
            .with(required(), indexed());
    public static final IdProperty<Redirect> SURVIVOR_ID = IdProperty.of(
                    "survivorId",
                    (Redirect redirect) -> redirect.survivorId,
                    (redirect, id) -> redirect.survivorId = id)
            .with(required(), indexed());
    public static final IdProperty<Redirect> CHANGE_SET = IdProperty.of(
                    "changeSet", (Redirect redirect) -> redirect.changeSet, (redirect, id) -> redirect.changeSet = id)
            .with(required());
    public static final IdProperty<Redirect> PLAN = IdProperty.of(
                    "plan", (Redirect redirect) -> redirect.plan, (redirect, id) -> redirect.plan = id)
            .with(required());

    public static final EntityType<Redirect> TYPE = EntityType.define(
            "redirect",
            Redirect.class,
            Redirect::new,
            type -> type.properties(RECORD_TYPE, RECORD_ID, SURVIVOR_ID, CHANGE_SET, PLAN)
                    .madeByCrm());

    private @Nullable String recordType;
    private @Nullable UUID recordId;
    private @Nullable UUID survivorId;
    private @Nullable UUID changeSet;
    private @Nullable UUID plan;

    /** An empty redirect. */
    protected Redirect() {}

    /**
     * From a record that goes to the one that stands for it.
     *
     * @param plan tells the plan of the merge from others
     */
    public Redirect(AnyRef from, UUID survivor, UUID changeSet, UUID plan) {
        this.recordType = from.type();
        this.recordId = from.id();
        this.survivorId = survivor;
        this.changeSet = changeSet;
        this.plan = plan;
    }
}
