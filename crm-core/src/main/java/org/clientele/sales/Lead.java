package org.clientele.sales;

import static org.clientele.property.Traits.columnTitle;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.profile;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.tags;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.activity.Contacted;
import org.clientele.activity.Inheritance;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.property.Carried;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may become a customer (OroCRM documentation, Leads). A new lead is qualified - usually by
 * {@code session.planConversion} - or disqualified; either is new again once it is reactivated.
 */
public class Lead extends Contacted {

    public static final TextProperty<Lead> NAME = TextProperty.of("name", Lead::getName, Lead::setName)
            .with(required(), maxLength(255), identity(), label("Lead name"), example("Coleman wants 20 carts"));
    public static final ChoiceProperty<Lead, LeadStatus> STATUS = ChoiceProperty.of(
                    "status", LeadStatus.DICTIONARY, Lead::getStatus, Lead::setStatus)
            .with(required(), label("Status"), columnTitle("Status Id"), example(LeadStatus.NEW));
    public static final TextProperty<Lead> NAME_PREFIX = TextProperty.of(
                    "namePrefix", Lead::getNamePrefix, Lead::setNamePrefix)
            .with(maxLength(255));
    public static final TextProperty<Lead> FIRST_NAME =
            TextProperty.of("firstName", Lead::getFirstName, Lead::setFirstName).with(maxLength(255), example("Jerry"));
    public static final TextProperty<Lead> MIDDLE_NAME = TextProperty.of(
                    "middleName", Lead::getMiddleName, Lead::setMiddleName)
            .with(maxLength(255));
    public static final TextProperty<Lead> LAST_NAME =
            TextProperty.of("lastName", Lead::getLastName, Lead::setLastName).with(maxLength(255), example("Coleman"));
    public static final TextProperty<Lead> NAME_SUFFIX = TextProperty.of(
                    "nameSuffix", Lead::getNameSuffix, Lead::setNameSuffix)
            .with(maxLength(255));
    public static final TextProperty<Lead> JOB_TITLE = TextProperty.of("jobTitle", Lead::getJobTitle, Lead::setJobTitle)
            .with(maxLength(255), example("Purchasing manager"));
    public static final TextProperty<Lead> COMPANY_NAME = TextProperty.of(
                    "companyName", Lead::getCompanyName, Lead::setCompanyName)
            .with(maxLength(255), example("Coleman Ltd"));
    public static final TextProperty<Lead> WEBSITE = TextProperty.of("website", Lead::getWebsite, Lead::setWebsite)
            .with(maxLength(255), example("https://coleman.example"));
    public static final NumberProperty<Lead, Integer> NUMBER_OF_EMPLOYEES = NumberProperty.ofInteger(
                    "numberOfEmployees", Lead::getNumberOfEmployees, Lead::setNumberOfEmployees)
            .with(range(0, Integer.MAX_VALUE), example(120));
    public static final TextProperty<Lead> INDUSTRY =
            TextProperty.of("industry", Lead::getIndustry, Lead::setIndustry).with(maxLength(255), example("Retail"));
    public static final ChoiceProperty<Lead, LeadSource> SOURCE = ChoiceProperty.of(
                    "source", LeadSource.DICTIONARY, Lead::getSource, Lead::setSource)
            .with(columnTitle("Source Id"));
    public static final TextProperty<Lead> CAMPAIGN =
            TextProperty.of("campaign", Lead::getCampaign, Lead::setCampaign).with(maxLength(255));
    public static final ReferenceProperty<Lead, Contact> CONTACT =
            ReferenceProperty.of("contact", Contact.class, Lead::getContact, Lead::setContact);
    public static final ReferenceProperty<Lead, Customer> CUSTOMER =
            ReferenceProperty.of("customer", Customer.class, Lead::getCustomer, Lead::setCustomer);
    public static final ReferenceProperty<Lead, Account> ACCOUNT = ReferenceProperty.of(
                    "account", Account.class, Lead::getAccount, Lead::setAccount)
            .with(new Carried<>(CUSTOMER, Customer.ACCOUNT), Inheritance.BY_TARGET, columnTitle("Customer Account"));
    public static final ItemsProperty<Lead, EmailAddress> EMAILS = ItemsProperty.of(
                    "emails", EmailAddress.TYPE, Lead::getEmails, Lead::setEmails)
            .with(example(List.of(new EmailAddress("jerry@coleman.example", true))));
    public static final ItemsProperty<Lead, PhoneNumber> PHONES = ItemsProperty.of(
                    "phones", PhoneNumber.TYPE, Lead::getPhones, Lead::setPhones)
            .with(example(List.of(new PhoneNumber("585-555-0123", true))));
    public static final ItemsProperty<Lead, Address> ADDRESSES = ItemsProperty.of(
                    "addresses", Address.TYPE, Lead::getAddresses, Lead::setAddresses)
            .with(columnTitle("Address"), example(List.of(Address.EXAMPLE)));
    public static final TextProperty<Lead> TWITTER = TextProperty.of("twitter", Lead::getTwitter, Lead::setTwitter)
            .with(maxLength(255), profile("https://twitter.com/"));
    public static final TextProperty<Lead> LINKED_IN = TextProperty.of("linkedIn", Lead::getLinkedIn, Lead::setLinkedIn)
            .with(maxLength(255), label("LinkedIn"), profile("http://www.linkedin.com/in/"));
    public static final TextProperty<Lead> NOTES = TextProperty.of("notes", Lead::getNotes, Lead::setNotes)
            .with(label("Additional comments"), example("Call back in March"));
    public static final SetProperty<Lead> TAGS = SetProperty.of("tags", Lead::getTags, Lead::setTags)
            .with(tags(), MergeStrategies.replace(), example(Set.of("custom tag", "second tag")));

    public static final EntityType<Lead> TYPE = EntityType.define(
            "lead",
            Lead.class,
            Lead::new,
            type -> type.properties(
                            NAME,
                            STATUS,
                            NAME_PREFIX,
                            FIRST_NAME,
                            MIDDLE_NAME,
                            LAST_NAME,
                            NAME_SUFFIX,
                            JOB_TITLE,
                            COMPANY_NAME,
                            WEBSITE,
                            NUMBER_OF_EMPLOYEES,
                            INDUSTRY,
                            SOURCE,
                            CAMPAIGN,
                            CONTACT,
                            CUSTOMER,
                            ACCOUNT,
                            EMAILS,
                            PHONES,
                            ADDRESSES,
                            TWITTER,
                            LINKED_IN,
                            NOTES,
                            TAGS)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(NAME)
                    .rule(
                            "has e-mails of which not exactly one is primary; make one primary",
                            (lead, context) -> lead.emails.isEmpty()
                                    || lead.emails.stream()
                                                    .filter(EmailAddress::isPrimary)
                                                    .count()
                                            == 1)
                    .rule(
                            STATUS,
                            (lead, context) ->
                                    context.before().flatMap(before -> lead.objectionToMove(before.status))));

    private @Nullable String name;
    private @Nullable String status = LeadStatus.NEW.id();
    private @Nullable String namePrefix;
    private @Nullable String firstName;
    private @Nullable String middleName;
    private @Nullable String lastName;
    private @Nullable String nameSuffix;
    private @Nullable String jobTitle;
    private @Nullable String companyName;
    private @Nullable String website;
    private @Nullable Integer numberOfEmployees;
    private @Nullable String industry;
    private @Nullable String source;
    private @Nullable String campaign;
    private @Nullable UUID contact;
    private @Nullable UUID customer;
    private @Nullable UUID account;
    private List<@Valid EmailAddress> emails = List.of();
    private List<PhoneNumber> phones = List.of();
    private List<Address> addresses = List.of();
    private @Nullable String twitter;
    private @Nullable String linkedIn;
    private @Nullable String notes;
    private Set<String> tags = Set.of();

    /** An empty lead; it can not be saved before it has a name. */
    protected Lead() {}

    public Lead(String name) {
        this.name = name;
    }

    /** Qualified and disqualified do not follow each other; statuses of a host's own may be left and reached at will. */
    private Optional<String> objectionToMove(@Nullable String from) {
        Set<String> decided = Set.of(LeadStatus.QUALIFIED.id(), LeadStatus.CANCELED.id());
        boolean illegal = from != null
                && status != null
                && !from.equals(status)
                && decided.contains(from)
                && decided.contains(status);
        return illegal
                ? Optional.of("can not go from " + from + " to " + status + "; reactivate the lead first and save it")
                : Optional.empty();
    }

    /**
     * Says that it came to nothing.
     *
     * @throws IllegalStateException when it is not new
     */
    public Lead disqualify() {
        if (!isUndecided()) {
            throw new IllegalStateException(
                    "lead " + name + " is " + status + ", and only a new lead is disqualified; reactivate it first");
        }
        status = LeadStatus.CANCELED.id();
        return this;
    }

    /**
     * Makes a lead new again that was qualified or disqualified; what it was made into stays.
     *
     * @throws IllegalStateException when it is new
     */
    public Lead reactivate() {
        if (isUndecided()) {
            throw new IllegalStateException(
                    "lead " + name + " is new, and there is nothing to reactivate; leave it as it is");
        }
        status = LeadStatus.NEW.id();
        return this;
    }

    /** Whether nobody has decided about it yet. */
    boolean isUndecided() {
        return LeadStatus.NEW.id().equals(status);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable LeadStatus getStatus() {
        return status == null ? null : LeadStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable LeadStatus status) {
        this.status = status == null ? null : status.id();
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

    public @Nullable String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(@Nullable String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public @Nullable String getCompanyName() {
        return companyName;
    }

    public void setCompanyName(@Nullable String companyName) {
        this.companyName = companyName;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }

    public @Nullable Integer getNumberOfEmployees() {
        return numberOfEmployees;
    }

    public void setNumberOfEmployees(@Nullable Integer numberOfEmployees) {
        this.numberOfEmployees = numberOfEmployees;
    }

    public @Nullable String getIndustry() {
        return industry;
    }

    public void setIndustry(@Nullable String industry) {
        this.industry = industry;
    }

    public @Nullable LeadSource getSource() {
        return source == null ? null : LeadSource.DICTIONARY.get(source);
    }

    public void setSource(@Nullable LeadSource source) {
        this.source = source == null ? null : source.id();
    }

    public @Nullable String getCampaign() {
        return campaign;
    }

    public void setCampaign(@Nullable String campaign) {
        this.campaign = campaign;
    }

    public @Nullable Ref<Contact> getContact() {
        return contact == null ? null : new Ref<>(contact);
    }

    public void setContact(@Nullable Ref<Contact> contact) {
        this.contact = contact == null ? null : contact.id();
    }

    public @Nullable Ref<Customer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    public void setCustomer(@Nullable Ref<Customer> customer) {
        this.customer = customer == null ? null : customer.id();
    }

    public @Nullable Ref<Account> getAccount() {
        return account == null ? null : new Ref<>(account);
    }

    public void setAccount(@Nullable Ref<Account> account) {
        this.account = account == null ? null : account.id();
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return EmailAddress.texts(emails);
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

    public @Nullable String getTwitter() {
        return twitter;
    }

    public void setTwitter(@Nullable String twitter) {
        this.twitter = twitter;
    }

    public @Nullable String getLinkedIn() {
        return linkedIn;
    }

    public void setLinkedIn(@Nullable String linkedIn) {
        this.linkedIn = linkedIn;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = Refs.kept(tags);
    }
}
