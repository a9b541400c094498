package org.clientele.testkit.host;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.contact.Contact;
import org.clientele.model.EntityType;
import org.clientele.organization.UserOwned;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.BooleanProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/** A record kind of a host: somebody went to see somebody about some record. */
public class Visit extends UserOwned {

    public static final TextProperty<Visit> SUBJECT = TextProperty.of("subject", Visit::getSubject, Visit::setSubject)
            .with(Traits.required(), Traits.maxLength(255), Traits.identity());
    public static final AnyReferenceProperty<Visit> ABOUT =
            AnyReferenceProperty.of("about", Visit::getAbout, Visit::setAbout);
    public static final ReferenceSetProperty<Visit, Contact> ATTENDEES =
            ReferenceSetProperty.of("attendees", Contact.class, Visit::getAttendees, Visit::setAttendees);
    public static final ReferenceProperty<Visit, Visit> FOLLOWS =
            ReferenceProperty.of("follows", Visit.class, Visit::getFollows, Visit::setFollows);
    public static final InstantProperty<Visit> BEGINS_AT =
            InstantProperty.of("beginsAt", Visit::getBeginsAt, Visit::setBeginsAt);
    public static final NumberProperty<Visit, Integer> MINUTES =
            NumberProperty.ofInteger("minutes", Visit::getMinutes, Visit::setMinutes);
    public static final MoneyProperty<Visit> EXPENSES =
            MoneyProperty.of("expenses", Visit::getExpenses, Visit::setExpenses);
    public static final BooleanProperty<Visit> CONFIRMED =
            BooleanProperty.of("confirmed", Visit::getConfirmed, Visit::setConfirmed);

    public static final EntityType<Visit> TYPE = EntityType.define(
            "visit",
            Visit.class,
            Visit::new,
            type -> type.properties(SUBJECT, ABOUT, ATTENDEES, FOLLOWS, BEGINS_AT, MINUTES, EXPENSES, CONFIRMED)
                    .owned(OWNERSHIP)
                    .named(SUBJECT));

    private @Nullable String subject;
    private @Nullable AnyRef about;
    private Set<UUID> attendees = new TreeSet<>();
    private @Nullable UUID follows;
    private @Nullable Instant beginsAt;
    private @Nullable Integer minutes;
    private @Nullable Money expenses;
    private @Nullable Boolean confirmed;

    /** An empty visit; it can not be saved before it has a subject. */
    protected Visit() {}

    public Visit(String subject) {
        this.subject = subject;
    }

    public Visit addAttendee(Contact contact) {
        attendees = Refs.plus(attendees, contact.getId());
        return this;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable AnyRef getAbout() {
        return about;
    }

    public void setAbout(@Nullable AnyRef about) {
        this.about = about;
    }

    public Set<Ref<Contact>> getAttendees() {
        return Refs.of(attendees);
    }

    public void setAttendees(Set<Ref<Contact>> attendees) {
        this.attendees = Refs.ids(attendees);
    }

    public @Nullable Ref<Visit> getFollows() {
        return follows == null ? null : new Ref<>(follows);
    }

    public void setFollows(@Nullable Ref<Visit> follows) {
        this.follows = follows == null ? null : follows.id();
    }

    public @Nullable Instant getBeginsAt() {
        return beginsAt;
    }

    public void setBeginsAt(@Nullable Instant beginsAt) {
        this.beginsAt = beginsAt;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable Money getExpenses() {
        return expenses;
    }

    public void setExpenses(@Nullable Money expenses) {
        this.expenses = expenses;
    }

    public @Nullable Boolean getConfirmed() {
        return confirmed;
    }

    public void setConfirmed(@Nullable Boolean confirmed) {
        this.confirmed = confirmed;
    }
}
