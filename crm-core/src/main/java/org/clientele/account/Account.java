package org.clientele.account;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.tags;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.activity.Contacted;
import org.clientele.activity.Inheritance;
import org.clientele.contact.Contact;
import org.clientele.criteria.Lookup;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/** A client - a person, a group or a company - under whom the customers of every channel are gathered (OroCRM documentation, Accounts). */
public class Account extends Contacted {

    public static final TextProperty<Account> NAME = TextProperty.of("name", Account::getName, Account::setName)
            .with(required(), maxLength(255), identity(), label("Account name"), example("Coleman"));
    public static final ReferenceSetProperty<Account, Contact> CONTACTS = ReferenceSetProperty.of(
                    "contacts", Contact.class, Account::getContacts, Account::setContacts)
            .with(Inheritance.BY_HOLDER);
    public static final ReferenceProperty<Account, Contact> DEFAULT_CONTACT = ReferenceProperty.of(
                    "defaultContact", Contact.class, Account::getDefaultContact, Account::setDefaultContact)
            .with(label("Default Contact"));
    public static final ReferenceProperty<Account, Account> REFERRED_BY = ReferenceProperty.of(
                    "referredBy", Account.class, Account::getReferredBy, Account::setReferredBy)
            .with(movesAlone(), label("Referred By"));
    public static final TextProperty<Account> DESCRIPTION = TextProperty.of(
                    "description", Account::getDescription, Account::setDescription)
            .with(example("Met at the fair"));
    public static final SetProperty<Account> TAGS = SetProperty.of("tags", Account::getTags, Account::setTags)
            .with(tags(), MergeStrategies.replace(), example(Set.of("custom tag", "second tag")));

    /** What won opportunities of the account as such, without a customer, came to, in the base currency. */
    public static final NumberProperty<Account, BigDecimal> DIRECT_LIFETIME = NumberProperty.ofDecimal(
                    "directLifetime", 4, Account::getDirectLifetime, (record, value) -> record.directLifetime = value)
            .with(calculated(), label("Lifetime sales value without customers"));

    public static final EntityType<Account> TYPE = EntityType.define(
            "account",
            Account.class,
            Account::new,
            type -> type.properties(NAME, CONTACTS, DEFAULT_CONTACT, REFERRED_BY, DESCRIPTION, TAGS, DIRECT_LIFETIME)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(NAME)
                    .prepared(Account::prepare));

    private @Nullable String name;
    private Set<UUID> contacts = new TreeSet<>();
    private @Nullable UUID defaultContact;
    private @Nullable UUID referredBy;
    private @Nullable String description;
    private Set<String> tags = Set.of();
    private @Nullable BigDecimal directLifetime = BigDecimal.ZERO.setScale(4);

    /** An empty account; it can not be saved before it has a name. */
    protected Account() {}

    public Account(String name) {
        this.name = name;
    }

    /** The default contact is one of the contacts (OroCRM documentation, Accounts: default contact). */
    private void prepare(Situation<Account> situation) {
        if (defaultContact != null && !contacts.contains(defaultContact)) {
            if (situation.changes(DEFAULT_CONTACT, this)) {
                contacts = Refs.plus(contacts, defaultContact);
            } else {
                defaultContact = null;
            }
        }
    }

    /** Those of all contacts. */
    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return Contact.emailAddresses(contacts, lookup);
    }

    public Account addContact(Contact contact) {
        contacts = Refs.plus(contacts, contact.getId());
        return this;
    }

    /** Removes a contact; the default contact goes with it. */
    public Account removeContact(Contact contact) {
        Set<UUID> fewer = new TreeSet<>(contacts);
        fewer.remove(contact.getId());
        contacts = fewer;
        if (contact.getId().equals(defaultContact)) {
            defaultContact = null;
        }
        return this;
    }

    /** Makes this the contact to turn to first, adding it to the contacts. */
    public Account makeDefault(Contact contact) {
        defaultContact = contact.getId();
        return addContact(contact);
    }

    public Account addTag(String tag) {
        tags = Refs.plus(tags, tag);
        return this;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public Set<Ref<Contact>> getContacts() {
        return Refs.of(contacts);
    }

    public void setContacts(Set<Ref<Contact>> contacts) {
        this.contacts = Refs.ids(contacts);
    }

    public @Nullable Ref<Contact> getDefaultContact() {
        return defaultContact == null ? null : new Ref<>(defaultContact);
    }

    public void setDefaultContact(@Nullable Ref<Contact> defaultContact) {
        this.defaultContact = defaultContact == null ? null : defaultContact.id();
    }

    public @Nullable Ref<Account> getReferredBy() {
        return referredBy == null ? null : new Ref<>(referredBy);
    }

    public void setReferredBy(@Nullable Ref<Account> referredBy) {
        this.referredBy = referredBy == null ? null : referredBy.id();
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable BigDecimal getDirectLifetime() {
        return directLifetime;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = Refs.kept(tags);
    }
}
