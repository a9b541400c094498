package org.clientele.activity;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import jakarta.validation.constraints.Email;
import java.util.Objects;
import org.clientele.property.ItemType;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** Somebody who is invited to an event, and the answer so far ({@link Invitation}). Immutable. */
public final class Attendee {

    public static final TextProperty<Attendee> EMAIL =
            TextProperty.<Attendee>of("email", Attendee::email).with(required(), maxLength(255));
    public static final TextProperty<Attendee> NAME =
            TextProperty.<Attendee>of("name", Attendee::name).with(maxLength(255));
    public static final TextProperty<Attendee> ANSWER = TextProperty.<Attendee>of("answer", attendee -> attendee.answer)
            .with(maxLength(20), label("Invitation status"));

    /** For properties that hold such items. */
    public static final ItemType<Attendee> TYPE = ItemType.define(
            "attendee",
            values -> new Attendee(
                    Objects.requireNonNullElse(values.get(EMAIL), ""),
                    values.get(NAME),
                    Objects.requireNonNullElse(values.get(ANSWER), Invitation.NONE.id())),
            EMAIL,
            NAME,
            ANSWER);

    @Email
    private String email;

    private @Nullable String name;
    private String answer;

    /** For persistence. */
    private Attendee() {
        this("", null, Invitation.NONE.id());
    }

    private Attendee(String email, @Nullable String name, String answer) {
        this.email = Objects.requireNonNull(email, "email");
        this.name = name;
        this.answer = answer;
    }

    /** Somebody who has not answered yet. */
    public static Attendee of(String email) {
        return new Attendee(email, null, Invitation.NONE.id());
    }

    /** The same with a name. */
    public Attendee named(String newName) {
        return new Attendee(email, newName, answer);
    }

    /** The same with an answer. */
    public Attendee answering(Invitation newAnswer) {
        return new Attendee(email, name, newAnswer.id());
    }

    public String email() {
        return email;
    }

    public @Nullable String name() {
        return name;
    }

    public Invitation answer() {
        return Invitation.DICTIONARY.get(answer);
    }

    boolean hasKnownAnswer() {
        return Invitation.DICTIONARY.find(answer).isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendee item
                && email.equals(item.email)
                && Objects.equals(name, item.name)
                && answer.equals(item.answer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(email, name, answer);
    }

    @Override
    public String toString() {
        return (name == null ? email : name + " <" + email + ">") + ": " + answer;
    }
}
