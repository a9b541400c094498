package org.clientele.testkit.host;

import org.clientele.channel.Channel;
import org.clientele.customer.AccountMatching;
import org.clientele.customer.Customer;
import org.clientele.customer.MatchRules;
import org.clientele.model.EntityType;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A customer kind of a host whose name follows from others, and who is recognized by name and e-mail. */
public class Shopper extends Customer {

    public static final TextProperty<Shopper> FIRST_NAME =
            TextProperty.of("firstName", Shopper::getFirstName, Shopper::setFirstName);
    public static final TextProperty<Shopper> LAST_NAME =
            TextProperty.of("lastName", Shopper::getLastName, Shopper::setLastName);
    public static final TextProperty<Shopper> EMAIL =
            TextProperty.of("email", Shopper::getEmail, Shopper::setEmail).with(Traits.maxLength(255));

    public static final EntityType<Shopper> TYPE = EntityType.define(
            "shopper",
            Shopper.class,
            Shopper::new,
            type -> type.extending(Customer.TYPE).properties(FIRST_NAME, LAST_NAME, EMAIL));

    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable String email;

    /** An empty shopper. */
    protected Shopper() {}

    public Shopper(@Nullable String firstName, @Nullable String lastName, @Nullable String email, Channel channel) {
        super("", channel);
        this.firstName = firstName;
        this.lastName = lastName;
        this.email = email;
    }

    @Override
    protected String nameOfProfile() {
        String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
        return name.isEmpty() ? "N/A" : name;
    }

    @Override
    protected AccountMatching<Shopper> usualMatching() {
        return AccountMatching.by(MatchRules.same(FIRST_NAME, LAST_NAME, EMAIL));
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
