package org.clientele.contact;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.columnTitle;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.profile;
import static org.clientele.property.Traits.tags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.activity.Contacted;
import org.clientele.criteria.Lookup;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.organization.User;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Characters;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/** A person one deals with (OroCRM documentation, Contacts). */
public class Contact extends Contacted {

    public static final TextProperty<Contact> NAME_PREFIX = TextProperty.of(
                    "namePrefix", Contact::getNamePrefix, Contact::setNamePrefix)
            .with(maxLength(255), example("Mr."));
    public static final TextProperty<Contact> FIRST_NAME = TextProperty.of(
                    "firstName", Contact::getFirstName, Contact::setFirstName)
            .with(maxLength(100), identity(), example("Jerry"));
    public static final TextProperty<Contact> MIDDLE_NAME = TextProperty.of(
                    "middleName", Contact::getMiddleName, Contact::setMiddleName)
            .with(maxLength(255));
    public static final TextProperty<Contact> LAST_NAME = TextProperty.of(
                    "lastName", Contact::getLastName, Contact::setLastName)
            .with(maxLength(100), identity(), example("Coleman"));
    public static final TextProperty<Contact> NAME_SUFFIX = TextProperty.of(
                    "nameSuffix", Contact::getNameSuffix, Contact::setNameSuffix)
            .with(maxLength(255), example("Jr."));
    public static final ChoiceProperty<Contact, Gender> GENDER = ChoiceProperty.of(
                    "gender", Gender.DICTIONARY, Contact::getGender, Contact::setGender)
            .with(example(Gender.MALE));
    public static final TextProperty<Contact> DESCRIPTION =
            TextProperty.of("description", Contact::getDescription, Contact::setDescription);
    public static final TextProperty<Contact> JOB_TITLE = TextProperty.of(
                    "jobTitle", Contact::getJobTitle, Contact::setJobTitle)
            .with(maxLength(255), label("Job Title"), example("Purchasing manager"));
    public static final TextProperty<Contact> FAX =
            TextProperty.of("fax", Contact::getFax, Contact::setFax).with(maxLength(255), label("Fax"));
    public static final TextProperty<Contact> SKYPE = TextProperty.of("skype", Contact::getSkype, Contact::setSkype)
            .with(maxLength(255), label("Skype"), example("jerry.coleman"));
    public static final TextProperty<Contact> TWITTER = TextProperty.of(
                    "twitter", Contact::getTwitter, Contact::setTwitter)
            .with(maxLength(255), label("Twitter"), profile("https://twitter.com/"));
    public static final TextProperty<Contact> FACEBOOK = TextProperty.of(
                    "facebook", Contact::getFacebook, Contact::setFacebook)
            .with(maxLength(255), label("Facebook"), profile("https://www.facebook.com/"));
    public static final TextProperty<Contact> GOOGLE_PLUS = TextProperty.of(
                    "googlePlus", Contact::getGooglePlus, Contact::setGooglePlus)
            .with(maxLength(255), label("Google+"), profile("https://profiles.google.com/"));
    public static final TextProperty<Contact> LINKED_IN = TextProperty.of(
                    "linkedIn", Contact::getLinkedIn, Contact::setLinkedIn)
            .with(maxLength(255), label("LinkedIn"), profile("http://www.linkedin.com/in/"));
    public static final DateProperty<Contact> BIRTHDAY = DateProperty.of(
                    "birthday", Contact::getBirthday, Contact::setBirthday)
            .with(example(LocalDate.of(1973, 3, 7)));
    public static final ChoiceProperty<Contact, ContactSource> SOURCE = ChoiceProperty.of(
                    "source", ContactSource.DICTIONARY, Contact::getSource, Contact::setSource)
            .with(columnTitle("Source Name"), example(ContactSource.WEBSITE));
    public static final ChoiceProperty<Contact, ContactMethod> METHOD = ChoiceProperty.of(
                    "method", ContactMethod.DICTIONARY, Contact::getMethod, Contact::setMethod)
            .with(label("Contact Method"), columnTitle("Contact Method Name"));
    public static final ReferenceProperty<Contact, User> ASSIGNED_TO = ReferenceProperty.of(
                    "assignedTo", User.class, Contact::getAssignedTo, Contact::setAssignedTo)
            .with(label("Assigned to"));
    public static final ReferenceProperty<Contact, Contact> REPORTS_TO =
            ReferenceProperty.of("reportsTo", Contact.class, Contact::getReportsTo, Contact::setReportsTo);
    public static final TextProperty<Contact> EMAIL = TextProperty.of(
                    "email", (Contact record) -> record.getEmail(), (record, value) -> record.email = value)
            .with(calculated(), indexed(), maxLength(255));
    public static final ItemsProperty<Contact, EmailAddress> EMAILS = ItemsProperty.of(
                    "emails", EmailAddress.TYPE, Contact::getEmails, Contact::setEmails)
            .with(example(List.of(
                    new EmailAddress("jerry@coleman.example", true), new EmailAddress("jc@home.example", false))));
    public static final ItemsProperty<Contact, PhoneNumber> PHONES = ItemsProperty.of(
                    "phones", PhoneNumber.TYPE, Contact::getPhones, Contact::setPhones)
            .with(example(List.of(new PhoneNumber("585-555-0123", true), new PhoneNumber("585-555-0124", false))));
    public static final ItemsProperty<Contact, Address> ADDRESSES = ItemsProperty.of(
                    "addresses", Address.TYPE, Contact::getAddresses, Contact::setAddresses)
            .with(example(List.of(Address.EXAMPLE)));
    public static final ReferenceSetProperty<Contact, ContactGroup> GROUPS =
            ReferenceSetProperty.of("groups", ContactGroup.class, Contact::getGroups, Contact::setGroups);
    public static final SetProperty<Contact> TAGS = SetProperty.of("tags", Contact::getTags, Contact::setTags)
            .with(tags(), MergeStrategies.replace(), example(Set.of("custom tag", "second tag")));
    public static final ReferenceProperty<Contact, User> CREATED_BY = ReferenceProperty.of(
                    "createdBy",
                    User.class,
                    (Contact record) -> record.getCreatedBy(),
                    (record, value) -> record.createdBy = value == null ? null : value.id())
            .with(calculated());
    public static final ReferenceProperty<Contact, User> UPDATED_BY = ReferenceProperty.of(
                    "updatedBy",
                    User.class,
                    (Contact record) -> record.getUpdatedBy(),
                    (record, value) -> record.updatedBy = value == null ? null : value.id())
            .with(calculated());

    public static final EntityType<Contact> TYPE = EntityType.define(
            "contact",
            Contact.class,
            Contact::new,
            type -> type.properties(
                            NAME_PREFIX,
                            FIRST_NAME,
                            MIDDLE_NAME,
                            LAST_NAME,
                            NAME_SUFFIX,
                            GENDER,
                            DESCRIPTION,
                            JOB_TITLE,
                            FAX,
                            SKYPE,
                            TWITTER,
                            FACEBOOK,
                            GOOGLE_PLUS,
                            LINKED_IN,
                            BIRTHDAY,
                            SOURCE,
                            METHOD,
                            ASSIGNED_TO,
                            REPORTS_TO,
                            EMAIL,
                            EMAILS,
                            PHONES,
                            ADDRESSES,
                            GROUPS,
                            TAGS,
                            CREATED_BY,
                            UPDATED_BY)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(Contact::displayName)
                    .prepared(Contact::prepare)
                    .rule(
                            "has neither a name nor an e-mail nor a phone; give one of them",
                            (contact, context) -> contact.isKnown())
                    .rule(
                            "has e-mails of which not exactly one is primary; make one primary",
                            (contact, context) -> onePrimary(contact.emails, EmailAddress::isPrimary))
                    .rule(
                            "has phones of which not exactly one is primary; make one primary",
                            (contact, context) -> onePrimary(contact.phones, PhoneNumber::isPrimary))
                    .rule(
                            "has addresses of which not exactly one is primary; make one primary",
                            (contact, context) -> onePrimary(contact.addresses, Address::isPrimary))
                    .rule(
                            "has two addresses of one type; use each type for one address",
                            (contact, context) -> contact.hasUniqueAddressTypes()));

    private @Nullable String namePrefix;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String lastName;
    private @Nullable String nameSuffix;
    private @Nullable String gender;
    private @Nullable String description;
    private @Nullable String jobTitle;
    private @Nullable String fax;
    private @Nullable String skype;
    private @Nullable String twitter;
    private @Nullable String facebook;
    private @Nullable String googlePlus;
    private @Nullable String linkedIn;
    private @Nullable @PastOrPresent LocalDate birthday;
    private @Nullable String source;
    private @Nullable String method;
    private @Nullable UUID assignedTo;
    private @Nullable UUID reportsTo;
    private @Nullable String email;
    private List<@Valid EmailAddress> emails = List.of();
    private List<PhoneNumber> phones = List.of();
    private List<Address> addresses = List.of();
    private Set<UUID> groups = new TreeSet<>();
    private Set<String> tags = Set.of();
    private @Nullable UUID createdBy;
    private @Nullable UUID updatedBy;

    /** An empty contact. */
    protected Contact() {}

    public Contact(String firstName, String lastName) {
        this.firstName = firstName;
        this.lastName = lastName;
    }

    private static <I> boolean onePrimary(List<I> items, Predicate<I> isPrimary) {
        return items.isEmpty() || items.stream().filter(isPrimary).count() == 1;
    }

    private boolean hasUniqueAddressTypes() {
        Set<String> types = new HashSet<>();
        return addresses.stream().flatMap(address -> address.types().stream()).allMatch(types::add);
    }

    private void prepare(Situation<Contact> situation) {
        email = primary(emails, EmailAddress::isPrimary)
                .map(EmailAddress::email)
                .orElse(null);
        Optional<UUID> actor = situation.actor();
        if (situation.before().isEmpty()) {
            createdBy = actor.orElse(null);
            updatedBy = createdBy;
        } else if (actor.isPresent() && situation.changes(this)) {
            updatedBy = actor.get();
        }
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return EmailAddress.texts(emails);
    }

    /** The e-mail addresses of several contacts, as far as they are found. */
    public static Set<String> emailAddresses(Set<UUID> contacts, Lookup lookup) {
        return contacts.stream()
                .flatMap(id -> lookup.find(Contact.class, id).stream())
                .flatMap(contact -> contact.emailAddresses(lookup).stream())
                .collect(Collectors.toSet());
    }

    private static <I> Optional<I> primary(List<I> items, Predicate<I> isPrimary) {
        return items.stream().filter(isPrimary).findFirst();
    }

    private static <I> List<I> plus(List<I> items, I item) {
        return Stream.concat(items.stream(), Stream.of(item)).toList();
    }

    /** Adds an e-mail address; the first one becomes the primary one. */
    public Contact addEmail(String newEmail) {
        emails = plus(emails, new EmailAddress(newEmail, emails.isEmpty()));
        return this;
    }

    /** Adds a telephone number; the first one becomes the primary one. */
    public Contact addPhone(String newPhone) {
        phones = plus(phones, new PhoneNumber(newPhone, phones.isEmpty()));
        return this;
    }

    /** Adds an address; the first one becomes the primary one, and a later one never does by itself. */
    public Contact addAddress(Address address) {
        addresses = plus(addresses, address.with(Address.PRIMARY, addresses.isEmpty()));
        return this;
    }

    /** Makes one of the contact's e-mail addresses the primary one, and no other. */
    public Contact makePrimaryEmail(String primaryEmail) {
        emails = emails.stream()
                .map(item -> item.asPrimary(item.email().equals(primaryEmail)))
                .toList();
        return this;
    }

    /** Makes one of the contact's telephone numbers the primary one, and no other. */
    public Contact makePrimaryPhone(String primaryPhone) {
        phones = phones.stream()
                .map(item -> item.asPrimary(item.phone().equals(primaryPhone)))
                .toList();
        return this;
    }

    public Contact addGroup(ContactGroup group) {
        groups = Refs.plus(groups, group.getId());
        return this;
    }

    public Contact addTag(String tag) {
        tags = Refs.plus(tags, tag);
        return this;
    }

    /** Whether it says who it is: by a first or a last name that is not blank, an e-mail or a phone; a contact must. */
    public boolean isKnown() {
        return !FIRST_NAME.lacks(firstName) || !LAST_NAME.lacks(lastName) || !emails.isEmpty() || !phones.isEmpty();
    }

    /** Prefix, first, middle and last name and suffix, as far as given. */
    public String fullName() {
        return Stream.of(namePrefix, firstName, middleName, lastName, nameSuffix)
                .filter(part -> part != null && !Characters.isBlank(part))
                .collect(Collectors.joining(" "));
    }

    private String displayName() {
        String name = fullName();
        return !name.isEmpty()
                ? name
                : primary(emails, EmailAddress::isPrimary)
                        .map(EmailAddress::email)
                        .orElseGet(() -> primary(phones, PhoneNumber::isPrimary)
                                .map(PhoneNumber::phone)
                                .orElse(""));
    }

    public @Nullable String getNamePrefix() {
        return namePrefix;
    }

    public void setNamePrefix(@Nullable String namePrefix) {
        this.namePrefix = namePrefix;
    }

    public @Nullable String getFirstName() {
        return firstName;
    }

    public void setFirstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String getMiddleName() {
        return middleName;
    }

    public void setMiddleName(@Nullable String middleName) {
        this.middleName = middleName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }

    public void setLastName(@Nullable String lastName) {
        this.lastName = lastName;
    }

    public @Nullable String getNameSuffix() {
        return nameSuffix;
    }

    public void setNameSuffix(@Nullable String nameSuffix) {
        this.nameSuffix = nameSuffix;
    }

    public @Nullable Gender getGender() {
        return gender == null ? null : Gender.DICTIONARY.get(gender);
    }

    public void setGender(@Nullable Gender gender) {
        this.gender = gender == null ? null : gender.id();
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public @Nullable String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(@Nullable String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public @Nullable String getFax() {
        return fax;
    }

    public void setFax(@Nullable String fax) {
        this.fax = fax;
    }

    public @Nullable String getSkype() {
        return skype;
    }

    public void setSkype(@Nullable String skype) {
        this.skype = skype;
    }

    public @Nullable String getTwitter() {
        return twitter;
    }

    public void setTwitter(@Nullable String twitter) {
        this.twitter = twitter;
    }

    public @Nullable String getFacebook() {
        return facebook;
    }

    public void setFacebook(@Nullable String facebook) {
        this.facebook = facebook;
    }

    public @Nullable String getGooglePlus() {
        return googlePlus;
    }

    public void setGooglePlus(@Nullable String googlePlus) {
        this.googlePlus = googlePlus;
    }

    public @Nullable String getLinkedIn() {
        return linkedIn;
    }

    public void setLinkedIn(@Nullable String linkedIn) {
        this.linkedIn = linkedIn;
    }

    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    public void setBirthday(@Nullable LocalDate birthday) {
        this.birthday = birthday;
    }

    public @Nullable ContactSource getSource() {
        return source == null ? null : ContactSource.DICTIONARY.get(source);
    }

    public void setSource(@Nullable ContactSource source) {
        this.source = source == null ? null : source.id();
    }

    public @Nullable ContactMethod getMethod() {
        return method == null ? null : ContactMethod.DICTIONARY.get(method);
    }

    public void setMethod(@Nullable ContactMethod method) {
        this.method = method == null ? null : method.id();
    }

    public @Nullable Ref<User> getAssignedTo() {
        return assignedTo == null ? null : new Ref<>(assignedTo);
    }

    public void setAssignedTo(@Nullable Ref<User> assignedTo) {
        this.assignedTo = assignedTo == null ? null : assignedTo.id();
    }

    public @Nullable Ref<Contact> getReportsTo() {
        return reportsTo == null ? null : new Ref<>(reportsTo);
    }

    public void setReportsTo(@Nullable Ref<Contact> reportsTo) {
        this.reportsTo = reportsTo == null ? null : reportsTo.id();
    }

    public @Nullable String getEmail() {
        return email;
    }

    public List<EmailAddress> getEmails() {
        return emails;
    }

    public void setEmails(List<EmailAddress> emails) {
        this.emails = List.copyOf(emails);
    }

    public List<PhoneNumber> getPhones() {
        return phones;
    }

    public void setPhones(List<PhoneNumber> phones) {
        this.phones = List.copyOf(phones);
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public Set<Ref<ContactGroup>> getGroups() {
        return Refs.of(groups);
    }

    public void setGroups(Set<Ref<ContactGroup>> groups) {
        this.groups = Refs.ids(groups);
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = Refs.kept(tags);
    }

    public @Nullable Ref<User> getCreatedBy() {
        return createdBy == null ? null : new Ref<>(createdBy);
    }

    public @Nullable Ref<User> getUpdatedBy() {
        return updatedBy == null ? null : new Ref<>(updatedBy);
    }
}
