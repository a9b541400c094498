package org.clientele.sales;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.activity.Contacted;
import org.clientele.activity.Inheritance;
import org.clientele.contact.Contact;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.merge.MergeStrategy;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.property.Carried;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/** A deal that may be won, with a customer, with an account as such, or with nobody known yet (OroCRM documentation, Opportunities). */
public class Opportunity extends Contacted {

    public static final TextProperty<Opportunity> NAME = TextProperty.of(
                    "name", Opportunity::getName, Opportunity::setName)
            .with(required(), maxLength(255), identity(), label("Opportunity name"));
    public static final ChoiceProperty<Opportunity, OpportunityStatus> STATUS = ChoiceProperty.of(
                    "status", OpportunityStatus.DICTIONARY, Opportunity::getStatus, Opportunity::setStatus)
            .with(required(), label("Status"));
    public static final ReferenceProperty<Opportunity, Customer> CUSTOMER =
            ReferenceProperty.of("customer", Customer.class, Opportunity::getCustomer, Opportunity::setCustomer);
    public static final ReferenceProperty<Opportunity, Account> ACCOUNT = ReferenceProperty.of(
                    "account", Account.class, Opportunity::getAccount, Opportunity::setAccount)
            .with(new Carried<>(CUSTOMER, Customer.ACCOUNT), WhenTargetGoes.REFUSE, Inheritance.BY_TARGET);
    public static final ReferenceProperty<Opportunity, Contact> CONTACT =
            ReferenceProperty.of("contact", Contact.class, Opportunity::getContact, Opportunity::setContact);
    public static final ReferenceProperty<Opportunity, Lead> LEAD = ReferenceProperty.of(
                    "lead", Lead.class, Opportunity::getLead, Opportunity::setLead)
            .with(Inheritance.BY_HOLDER);
    public static final DateProperty<Opportunity> CLOSE_DATE = DateProperty.of(
                    "closeDate", Opportunity::getCloseDate, Opportunity::setCloseDate)
            .with(label("Expected close date"));
    public static final NumberProperty<Opportunity, BigDecimal> PROBABILITY = NumberProperty.ofPercent(
                    "probability", Opportunity::getProbability, Opportunity::setProbability)
            .with(range(0, 1));
    public static final MoneyProperty<Opportunity> BUDGET = MoneyProperty.of(
                    "budget", Opportunity::getBudget, Opportunity::setBudget)
            .with(label("Budget amount"));
    public static final MoneyProperty<Opportunity> CLOSE_REVENUE = MoneyProperty.of(
                    "closeRevenue", Opportunity::getCloseRevenue, Opportunity::setCloseRevenue)
            .with(label("Close revenue"));
    public static final ChoiceProperty<Opportunity, CloseReason> CLOSE_REASON = ChoiceProperty.of(
                    "closeReason", CloseReason.DICTIONARY, Opportunity::getCloseReason, Opportunity::setCloseReason)
            .with(label("Close reason"));
    public static final TextProperty<Opportunity> CUSTOMER_NEED =
            TextProperty.of("customerNeed", Opportunity::getCustomerNeed, Opportunity::setCustomerNeed);
    public static final TextProperty<Opportunity> PROPOSED_SOLUTION =
            TextProperty.of("proposedSolution", Opportunity::getProposedSolution, Opportunity::setProposedSolution);
    public static final TextProperty<Opportunity> NOTES = TextProperty.of(
                    "notes", Opportunity::getNotes, Opportunity::setNotes)
            .with(label("Additional comments"));
    public static final InstantProperty<Opportunity> CLOSED_AT = InstantProperty.of(
                    "closedAt", Opportunity::getClosedAt, Opportunity::setClosedAt)
            .with(calculated());
    public static final SetProperty<Opportunity> TAGS =
            SetProperty.of("tags", Opportunity::getTags, Opportunity::setTags).with(MergeStrategy.REPLACE);

    public static final EntityType<Opportunity> TYPE = EntityType.define(
            "opportunity",
            Opportunity.class,
            Opportunity::new,
            type -> type.properties(
                            NAME,
                            STATUS,
                            CUSTOMER,
                            ACCOUNT,
                            CONTACT,
                            LEAD,
                            CLOSE_DATE,
                            PROBABILITY,
                            BUDGET,
                            CLOSE_REVENUE,
                            CLOSE_REASON,
                            CUSTOMER_NEED,
                            PROPOSED_SOLUTION,
                            NOTES,
                            CLOSED_AT,
                            TAGS)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(Opportunity::getName)
                    .prepared(Opportunity::prepare)
                    .rule(
                            "has a budget below zero; give an amount of 0 or more",
                            (opportunity, context) -> isNotNegative(opportunity.budget))
                    .rule(
                            "has a close revenue below zero; give an amount of 0 or more",
                            (opportunity, context) -> isNotNegative(opportunity.closeRevenue)));

    private @Nullable String name;
    private @Nullable String status = OpportunityStatus.IN_PROGRESS.id();
    private @Nullable UUID customer;
    private @Nullable UUID account;
    private @Nullable UUID contact;
    private @Nullable UUID lead;
    private @Nullable LocalDate closeDate;
    private @Nullable BigDecimal probability;
    private @Nullable Money budget;
    private @Nullable Money closeRevenue;
    private @Nullable String closeReason;
    private @Nullable String customerNeed;
    private @Nullable String proposedSolution;
    private @Nullable String notes;
    private @Nullable Instant closedAt;
    private Set<String> tags = Set.of();

    /** An empty opportunity; it can not be saved before it has a name. */
    protected Opportunity() {}

    /** An opportunity with nobody known yet. */
    public Opportunity(String name) {
        this.name = name;
    }

    /** An opportunity with a customer; the account follows the customer's. */
    public Opportunity(String name, Customer customer) {
        this.name = name;
        this.customer = customer.getId();
    }

    /** An opportunity with an account as such. */
    public Opportunity(String name, Account account) {
        this.name = name;
        this.account = account.getId();
    }

    private static boolean isNotNegative(@Nullable Money money) {
        return money == null || !money.isNegative();
    }

    private void prepare(Situation<Opportunity> situation) {
        if (situation.changes(STATUS, this)) {
            Opportunity before = situation.before().orElse(null);
            BigDecimal usual = usualProbability(before == null ? null : before.status, situation);
            if (before == null ? probability == null : isSame(probability, usual)) {
                probability = usualProbability(status, situation);
            }
            boolean closed =
                    status != null && OpportunityStatus.DICTIONARY.get(status).isClosed();
            closedAt = closed ? situation.now() : null;
        }
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static @Nullable BigDecimal usualProbability(@Nullable String status, Situation<Opportunity> situation) {
        return status == null
                ? null
                : situation
                        .dictionary(STATUS)
                        .find(status)
                        .map(OpportunityStatus::probability)
                        .orElse(null);
    }

    /** Closes it as won; a null revenue is one that is not known yet. */
    public Opportunity win(@Nullable Money revenue, LocalDate on) {
        status = OpportunityStatus.WON.id();
        closeReason = CloseReason.WON.id();
        closeRevenue = revenue;
        closeDate = on;
        return this;
    }

    /** Closes it as lost. */
    public Opportunity lose(CloseReason reason, LocalDate on) {
        status = OpportunityStatus.LOST.id();
        closeReason = reason.id();
        closeDate = on;
        return this;
    }

    /** Opens it again, without revenue and reason. */
    public Opportunity reopen() {
        status = OpportunityStatus.IN_PROGRESS.id();
        closeReason = null;
        closeRevenue = null;
        return this;
    }

    /** Those of the contact. */
    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return contact == null ? Set.of() : Contact.emailAddresses(Set.of(contact), lookup);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable OpportunityStatus getStatus() {
        return status == null ? null : OpportunityStatus.DICTIONARY.get(status);
    }

    public void setStatus(@Nullable OpportunityStatus status) {
        this.status = status == null ? null : status.id();
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

    public @Nullable Ref<Contact> getContact() {
        return contact == null ? null : new Ref<>(contact);
    }

    public void setContact(@Nullable Ref<Contact> contact) {
        this.contact = contact == null ? null : contact.id();
    }

    public @Nullable Ref<Lead> getLead() {
        return lead == null ? null : new Ref<>(lead);
    }

    public void setLead(@Nullable Ref<Lead> lead) {
        this.lead = lead == null ? null : lead.id();
    }

    public @Nullable LocalDate getCloseDate() {
        return closeDate;
    }

    public void setCloseDate(@Nullable LocalDate closeDate) {
        this.closeDate = closeDate;
    }

    public @Nullable BigDecimal getProbability() {
        return probability;
    }

    public void setProbability(@Nullable BigDecimal probability) {
        this.probability = probability;
    }

    public @Nullable Money getBudget() {
        return budget;
    }

    public void setBudget(@Nullable Money budget) {
        this.budget = budget;
    }

    public @Nullable Money getCloseRevenue() {
        return closeRevenue;
    }

    public void setCloseRevenue(@Nullable Money closeRevenue) {
        this.closeRevenue = closeRevenue;
    }

    public @Nullable CloseReason getCloseReason() {
        return closeReason == null ? null : CloseReason.DICTIONARY.get(closeReason);
    }

    public void setCloseReason(@Nullable CloseReason closeReason) {
        this.closeReason = closeReason == null ? null : closeReason.id();
    }

    public @Nullable String getCustomerNeed() {
        return customerNeed;
    }

    public void setCustomerNeed(@Nullable String customerNeed) {
        this.customerNeed = customerNeed;
    }

    public @Nullable String getProposedSolution() {
        return proposedSolution;
    }

    public void setProposedSolution(@Nullable String proposedSolution) {
        this.proposedSolution = proposedSolution;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public @Nullable Instant getClosedAt() {
        return closedAt;
    }

    public void setClosedAt(@Nullable Instant closedAt) {
        this.closedAt = closedAt;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = Refs.kept(tags);
    }
}
