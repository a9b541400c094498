package org.clientele.customer;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.activity.Contacted;
import org.clientele.activity.Inheritance;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.model.Foreseeing;
import org.clientele.model.Invariant;
import org.clientele.model.Situation;
import org.clientele.property.BooleanProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A profile within one channel, gathered under an account: the root of every kind of customer, ours and a host's (OroCRM documentation, Customers). */
public abstract class Customer extends Contacted {

    public static final TextProperty<Customer> NAME = TextProperty.of("name", Customer::getName, Customer::setName)
            .with(required(), maxLength(255), identity(), label("Customer name"), example("Coleman Ltd"));
    public static final ReferenceProperty<Customer, Account> ACCOUNT = ReferenceProperty.of(
                    "account", Account.class, Customer::getAccount, Customer::setAccount)
            .with(movesAlone(), required(), WhenTargetGoes.REFUSE, Inheritance.BY_TARGET);
    public static final ReferenceProperty<Customer, Channel> CHANNEL = ReferenceProperty.of(
                    "channel", Channel.class, Customer::getChannel, Customer::setChannel)
            .with(required());
    public static final ReferenceProperty<Customer, Contact> CONTACT = ReferenceProperty.of(
                    "contact", Contact.class, Customer::getContact, Customer::setContact)
            .with(movesAlone());
    /** The account of its own that a customer had before it came to share that of others. */
    public static final ReferenceProperty<Customer, Account> PREVIOUS_ACCOUNT = ReferenceProperty.of(
                    "previousAccount", Account.class, Customer::getPreviousAccount, Customer::takePreviousAccount)
            .with(movesAlone(), calculated());

    /** Whether the account is that of the customer above, by {@link AccountStrategy#root}. */
    public static final BooleanProperty<Customer> SHARES_ACCOUNT = BooleanProperty.of(
                    "sharesAccount", Customer::isSharingAccount, Customer::takeSharesAccount)
            .with(calculated());

    public static final NumberProperty<Customer, BigDecimal> LIFETIME = NumberProperty.ofDecimal(
                    "lifetime", 4, Customer::getLifetime, Customer::setLifetime)
            .with(calculated(), label("Lifetime sales value"));

    public static final EntityType<Customer> TYPE = EntityType.defineAbstract(
            "customer",
            Customer.class,
            type -> type.properties(NAME, ACCOUNT, CHANNEL, CONTACT, PREVIOUS_ACCOUNT, SHARES_ACCOUNT, LIFETIME)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(NAME)
                    .prepared(new Completion())
                    .rule(
                            "has a channel that is not active or does not offer such customers; choose another channel, or add the entity to it",
                            Customer::hasFittingChannel));

    private static final int LONGEST_NAME = 255;

    private @Nullable String name;
    private @Nullable UUID account;
    private @Nullable UUID channel;
    private @Nullable UUID contact;
    private @Nullable UUID previousAccount;
    private boolean sharesAccount;
    private @Nullable BigDecimal lifetime = BigDecimal.ZERO.setScale(4);

    /** An empty customer. */
    protected Customer() {}

    protected Customer(String name, Channel channel) {
        this.name = name;
        this.channel = channel.getId();
    }

    protected Customer(String name, Account account, Channel channel) {
        this(name, channel);
        this.account = account.getId();
    }

    /** Completes customers; for many of them it is asked at once who else is the same. */
    private static final class Completion implements Foreseeing<Customer> {

        @Override
        public void prepare(Customer customer, Situation<Customer> situation) {
            customer.prepare(situation);
        }

        @Override
        public void foresee(Customer customer, Situation<Customer> situation, Questions questions) {
            if (customer.account == null) {
                new Assigning<>(customer, ACCOUNT, situation).foresee(customer.usualMatching(), questions);
            }
        }
    }

    /** A customer without an account gets that of the same person, or one of its own name and owner: {@link AccountMatching}. */
    private void prepare(Situation<Customer> situation) {
        String own = nameOfProfile();
        if (own != null) {
            name = own.substring(0, Math.min(own.length(), LONGEST_NAME));
        }
        if (channel == null && situation.before().isEmpty()) {
            setChannel(Channel.onlyFitting(this, getOrganization(), situation).orElse(null));
        }
        Standing given = new Standing(getAccount(), getPreviousAccount(), sharesAccount);
        take(new Assigning<>(this, ACCOUNT, situation).standing(given, name, usualMatching()));
    }

    /** By which rules a customer of this kind is recognized unless a host chooses others; by none, unless overridden. */
    protected AccountMatching<?> usualMatching() {
        return AccountMatching.none();
    }

    /** Moves the customer, and all that stands under its account by it, to another account when it is saved. */
    public Customer assignTo(Account newAccount) {
        account = newAccount.getId();
        return this;
    }

    /** Gives it an account of its own again. */
    void standApart(Ref<Account> own) {
        take(Standing.own(own));
    }

    private void take(Standing standing) {
        setAccount(standing.account());
        takePreviousAccount(standing.previous());
        sharesAccount = standing.isShared();
    }

    /** For kinds of customers whose name follows from other values: that name; null where a name is given. */
    protected @Nullable String nameOfProfile() {
        return null;
    }

    /** Those of the customer's contact. */
    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return contact == null ? Set.of() : Contact.emailAddresses(Set.of(contact), lookup);
    }

    /** Looked at when the channel is new or another: a customer stays with a channel that is deactivated later. */
    private static boolean hasFittingChannel(Customer customer, Invariant.Context<Customer> context) {
        UUID chosen = customer.channel;
        boolean kept = context.before()
                .filter(before -> Objects.equals(before.channel, chosen))
                .isPresent();
        return chosen == null
                || kept
                || context.lookup()
                        .find(Channel.class, chosen)
                        .filter(channel -> channel.offers(context.type()))
                        .isPresent();
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable Ref<Account> getAccount() {
        return account == null ? null : new Ref<>(account);
    }

    public void setAccount(@Nullable Ref<Account> account) {
        this.account = account == null ? null : account.id();
    }

    public @Nullable Ref<Channel> getChannel() {
        return channel == null ? null : new Ref<>(channel);
    }

    public void setChannel(@Nullable Ref<Channel> channel) {
        this.channel = channel == null ? null : channel.id();
    }

    public @Nullable Ref<Contact> getContact() {
        return contact == null ? null : new Ref<>(contact);
    }

    public void setContact(@Nullable Ref<Contact> contact) {
        this.contact = contact == null ? null : contact.id();
    }

    /** The account of its own that it had before it came to share that of others. */
    public @Nullable Ref<Account> getPreviousAccount() {
        return previousAccount == null ? null : new Ref<>(previousAccount);
    }

    private void takePreviousAccount(@Nullable Ref<Account> former) {
        previousAccount = former == null ? null : former.id();
    }

    /** Whether the account is that of the customer above. */
    public boolean isSharingAccount() {
        return sharesAccount;
    }

    private void takeSharesAccount(@Nullable Boolean shares) {
        sharesAccount = Boolean.TRUE.equals(shares);
    }

    public @Nullable BigDecimal getLifetime() {
        return lifetime;
    }

    public void setLifetime(@Nullable BigDecimal lifetime) {
        this.lifetime = lifetime;
    }
}
