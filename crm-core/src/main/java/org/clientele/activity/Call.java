package org.clientele.activity;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** A telephone call (OroCRM documentation, Calls). It is a contact with whatever it is linked to. */
public class Call extends Activity {

    public static final TextProperty<Call> PHONE_NUMBER = TextProperty.of(
                    "phoneNumber", Call::getPhoneNumber, Call::setPhoneNumber)
            .with(maxLength(255), label("Phone number"));
    public static final ChoiceProperty<Call, Direction> DIRECTION = ChoiceProperty.of(
                    "direction", Direction.DICTIONARY, Call::getDirection, Call::setDirection)
            .with(required());
    public static final ChoiceProperty<Call, CallStatus> STATUS = ChoiceProperty.of(
                    "status", CallStatus.DICTIONARY, Call::getStatus, Call::setStatus)
            .with(required());
    public static final NumberProperty<Call, Integer> DURATION = NumberProperty.ofInteger(
                    "duration", Call::getDuration, Call::setDuration)
            .with(required(), range(0, Integer.MAX_VALUE), label("Duration in seconds"));
    public static final TextProperty<Call> NOTES =
            TextProperty.of("notes", Call::getNotes, Call::setNotes).with(label("Additional comments"));

    public static final EntityType<Call> TYPE = EntityType.define(
            "call",
            Call.class,
            Call::new,
            type -> type.extending(Activity.TYPE)
                    .properties(PHONE_NUMBER, DIRECTION, STATUS, DURATION, NOTES)
                    .prepared(Call::turnLinks));

    private @Nullable String phoneNumber;
    private @Nullable String direction = Direction.OUTGOING.id();
    private @Nullable String status = CallStatus.COMPLETED.id();
    private @Nullable Integer duration = 0;
    private @Nullable String notes;

    /** An empty call. */
    protected Call() {}

    /** A call that was completed at a time, of no length that is known. */
    public Call(String subject, Direction direction, Instant at) {
        super(subject, at);
        setDirection(direction);
    }

    /** A call whose direction is corrected was a contact in that direction all along. */
    private void turnLinks(Situation<Call> situation) {
        if (situation.before().isPresent() && situation.changes(DIRECTION, this)) {
            for (ActivityLink link : situation.select(ActivityLink.class, ActivityLink.ACTIVITY.is(this))) {
                link.setDirection(getDirection());
                situation.alsoSave(link);
            }
        }
    }

    @Override
    protected @Nullable Direction contactWith(@Nullable Contacted target, Lookup lookup) {
        return getDirection();
    }

    public @Nullable String getPhoneNumber() {
        return phoneNumber;
    }

    public void setPhoneNumber(@Nullable String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    public @Nullable Direction getDirection() {
        return direction == null ? null : Direction.DICTIONARY.get(direction);
    }

    public void setDirection(@Nullable Direction direction) {
        this.direction = direction == null ? null : direction.id();
    }

    public @Nullable CallStatus getStatus() {
        return status == null ? null : CallStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable CallStatus status) {
        this.status = status == null ? null : status.id();
    }

    /** In seconds, from 0. */
    public @Nullable Integer getDuration() {
        return duration;
    }

    public void setDuration(@Nullable Integer duration) {
        this.duration = duration;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }
}
