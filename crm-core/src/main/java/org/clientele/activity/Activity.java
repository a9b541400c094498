package org.clientele.activity;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.organization.UserOwned;
import org.clientele.property.InstantProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something done about records, at a time: the root of every kind of activity, ours and a host's (OroCRM documentation,
 * Activities). {@link Activities} logs it and links it to the records.
 */
public abstract class Activity extends UserOwned {

    public static final TextProperty<Activity> SUBJECT = TextProperty.of(
                    "subject", Activity::getSubject, Activity::setSubject)
            .with(required(), maxLength(998));
    public static final InstantProperty<Activity> AT = InstantProperty.of("at", Activity::getAt, Activity::setAt)
            .with(required(), indexed(), label("Date and time"));

    public static final EntityType<Activity> TYPE = EntityType.defineAbstract(
            "activity",
            Activity.class,
            type -> type.properties(SUBJECT, AT).owned(OWNERSHIP).named(SUBJECT).prepared(Activity::prepare));

    private @Nullable String subject;
    private @Nullable Instant at;

    /** An empty activity. */
    protected Activity() {}

    /** An activity at a time; null for the time when it is first saved. */
    protected Activity(String subject, @Nullable Instant at) {
        this.subject = subject;
        this.at = at;
    }

    /** What has no time of its own took place when it was first saved. */
    private void prepare(Situation<Activity> situation) {
        if (at == null) {
            at = situation.before().map(Activity::getAt).orElse(situation.now());
        }
    }

    /**
     * In which direction the activity was a contact with a record that it is linked to; null when it was none. Asked once,
     * when it is linked.
     *
     * @param target the record; null when nobody is in contact with records of its type
     */
    protected @Nullable Direction contactWith(@Nullable Contacted target, Lookup lookup) {
        return null;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    /** When it took place; by this time a timeline is ordered. */
    public @Nullable Instant getAt() {
        return at;
    }

    public void setAt(@Nullable Instant at) {
        this.at = at;
    }
}
