package org.clientele.activity;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.model.EntityType;
import org.clientele.property.BooleanProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something that people meet for, from a time to a later one (OroCRM documentation, Calendar events). It starts when the
 * activity takes place. It is no contact with anybody.
 */
public class CalendarEvent extends Activity {

    public static final InstantProperty<CalendarEvent> END = InstantProperty.of(
                    "end", CalendarEvent::getEnd, CalendarEvent::setEnd)
            .with(required());
    public static final BooleanProperty<CalendarEvent> ALL_DAY = BooleanProperty.of(
                    "allDay", CalendarEvent::getAllDay, CalendarEvent::setAllDay)
            .with(required(), label("All-day event"));
    public static final TextProperty<CalendarEvent> DESCRIPTION =
            TextProperty.of("description", CalendarEvent::getDescription, CalendarEvent::setDescription);
    public static final ItemsProperty<CalendarEvent, Attendee> ATTENDEES =
            ItemsProperty.of("attendees", Attendee.TYPE, CalendarEvent::getAttendees, CalendarEvent::setAttendees);

    public static final EntityType<CalendarEvent> TYPE = EntityType.define(
            "calendar event",
            CalendarEvent.class,
            CalendarEvent::new,
            type -> type.extending(Activity.TYPE)
                    .properties(END, ALL_DAY, DESCRIPTION, ATTENDEES)
                    .rule("does not end after it starts; give a later end", (event, context) -> event.isInOrder())
                    .rule(
                            "has an attendee with an answer that is no invitation status; use one of Invitation",
                            (event, context) -> event.attendees.stream().allMatch(Attendee::hasKnownAnswer)));

    private @Nullable Instant end;
    private @Nullable Boolean allDay = false;
    private @Nullable String description;
    private List<Attendee> attendees = List.of();

    /** An empty event. */
    protected CalendarEvent() {}

    /** An event from a time to a later one. */
    public CalendarEvent(String subject, Instant start, Instant end) {
        super(subject, start);
        this.end = end;
    }

    private boolean isInOrder() {
        Instant start = getAt();
        return start == null || end == null || start.isBefore(end);
    }

    /** Invites somebody, after the others. */
    public CalendarEvent addAttendee(Attendee attendee) {
        attendees = Stream.concat(attendees.stream(), Stream.of(attendee))
                .distinct()
                .toList();
        return this;
    }

    /** When it starts; the time of the activity. */
    public @Nullable Instant getStart() {
        return getAt();
    }

    public @Nullable Instant getEnd() {
        return end;
    }

    public void setEnd(@Nullable Instant end) {
        this.end = end;
    }

    /** Whether it takes whole days. */
    public @Nullable Boolean getAllDay() {
        return allDay;
    }

    public void setAllDay(@Nullable Boolean allDay) {
        this.allDay = allDay;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public List<Attendee> getAttendees() {
        return List.copyOf(attendees);
    }

    public void setAttendees(List<Attendee> attendees) {
        this.attendees = List.copyOf(attendees);
    }
}
