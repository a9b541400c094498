package org.clientele.sales;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.columnTitle;
import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.tags;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.activity.Contacted;
import org.clientele.activity.Inheritance;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.customer.LifetimeChange;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
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
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A deal that may be won, with a customer, with an account as such, or with nobody known yet (OroCRM documentation,
 * Opportunities).
 *
 * <p>The probability is the usual one of the status until somebody gives another, and again once that is taken away. What
 * is won or lost has a time of closing and its amounts in the base currency as they were then; what is open has neither.
 * The verbs ask for what a closing needs; values set one by one, as by an import, need neither a close date nor a close
 * reason, but a reason must fit the status.
 *
 * <pre>{@code
 * sales.save(engine.win(Money.of("17000", "USD"), today));
 * }</pre>
 */
public class Opportunity extends Contacted {

    public static final TextProperty<Opportunity> NAME = TextProperty.of(
                    "name", Opportunity::getName, Opportunity::setName)
            .with(required(), maxLength(255), identity(), label("Opportunity name"), example("20 carts for Coleman"));
    public static final ChoiceProperty<Opportunity, OpportunityStatus> STATUS = ChoiceProperty.of(
                    "status", OpportunityStatus.DICTIONARY, Opportunity::getStatus, Opportunity::setStatus)
            .with(required(), label("Status"), columnTitle("Status Id"), example(OpportunityStatus.IN_PROGRESS));
    public static final ReferenceProperty<Opportunity, Customer> CUSTOMER = ReferenceProperty.of(
                    "customer", Customer.class, Opportunity::getCustomer, Opportunity::setCustomer)
            .with(movesAlone());
    public static final ReferenceProperty<Opportunity, Account> ACCOUNT = ReferenceProperty.of(
                    "account", Account.class, Opportunity::getAccount, Opportunity::setAccount)
            .with(
                    movesAlone(),
                    new Carried<>(CUSTOMER, Customer.ACCOUNT),
                    WhenTargetGoes.REFUSE,
                    Inheritance.BY_TARGET,
                    columnTitle("Customer Account"));
    public static final ReferenceProperty<Opportunity, Contact> CONTACT = ReferenceProperty.of(
                    "contact", Contact.class, Opportunity::getContact, Opportunity::setContact)
            .with(movesAlone());
    public static final ReferenceProperty<Opportunity, Lead> LEAD = ReferenceProperty.of(
                    "lead", Lead.class, Opportunity::getLead, Opportunity::setLead)
            .with(movesAlone(), Inheritance.BY_HOLDER);
    public static final DateProperty<Opportunity> CLOSE_DATE = DateProperty.of(
                    "closeDate", Opportunity::getCloseDate, Opportunity::setCloseDate)
            .with(label("Expected close date"), example(LocalDate.of(2030, 1, 31)));
    public static final NumberProperty<Opportunity, BigDecimal> PROBABILITY = NumberProperty.ofPercent(
                    "probability", Opportunity::getProbability, Opportunity::setProbability)
            .with(range(0, 1), example(new BigDecimal("0.5")));
    public static final MoneyProperty<Opportunity> BUDGET = MoneyProperty.of(
                    "budget", Opportunity::getBudget, Opportunity::setBudget)
            .with(label("Budget Amount"), example(Money.of("17000", "USD")));
    public static final MoneyProperty<Opportunity> CLOSE_REVENUE = MoneyProperty.of(
                    "closeRevenue", Opportunity::getCloseRevenue, Opportunity::setCloseRevenue)
            .with(label("Close revenue"));
    /**
     * The budget in the base currency, of what is won or lost only: by the rate of the UTC day of closing, unless one is
     * given. Another amount in the same foreign currency leaves it as it is; it may be changed by hand.
     */
    public static final NumberProperty<Opportunity, BigDecimal> BASE_BUDGET = NumberProperty.ofDecimal(
                    "baseBudget", Money.SCALE, Opportunity::getBaseBudget, Opportunity::setBaseBudget)
            .with(range(0, Double.MAX_VALUE), label("Budget Amount In Base Currency"));

    /** The close revenue in the base currency; likewise. */
    public static final NumberProperty<Opportunity, BigDecimal> BASE_CLOSE_REVENUE = NumberProperty.ofDecimal(
                    "baseCloseRevenue", Money.SCALE, Opportunity::getBaseCloseRevenue, Opportunity::setBaseCloseRevenue)
            .with(range(0, Double.MAX_VALUE), label("Close Revenue In Base Currency"));

    public static final ChoiceProperty<Opportunity, CloseReason> CLOSE_REASON = ChoiceProperty.of(
                    "closeReason", CloseReason.DICTIONARY, Opportunity::getCloseReason, Opportunity::setCloseReason)
            .with(label("Close reason"), columnTitle("Close reason Name"));
    public static final TextProperty<Opportunity> CUSTOMER_NEED = TextProperty.of(
                    "customerNeed", Opportunity::getCustomerNeed, Opportunity::setCustomerNeed)
            .with(example("Carts that fold"));
    public static final TextProperty<Opportunity> PROPOSED_SOLUTION = TextProperty.of(
                    "proposedSolution", Opportunity::getProposedSolution, Opportunity::setProposedSolution)
            .with(example("Twenty of the small ones"));
    public static final TextProperty<Opportunity> NOTES = TextProperty.of(
                    "notes", Opportunity::getNotes, Opportunity::setNotes)
            .with(label("Additional comments"));
    public static final InstantProperty<Opportunity> CLOSED_AT = InstantProperty.of(
                    "closedAt", Opportunity::getClosedAt, Opportunity::setClosedAt)
            .with(calculated());
    public static final SetProperty<Opportunity> TAGS = SetProperty.of(
                    "tags", Opportunity::getTags, Opportunity::setTags)
            .with(tags(), MergeStrategies.replace(), example(Set.of("custom tag", "second tag")));

    /** It counts for the lifetime value of its customer: it is won. */
    public static final Criterion<Opportunity> COUNTS = STATUS.is(OpportunityStatus.WON);

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
                            BASE_BUDGET,
                            BASE_CLOSE_REVENUE,
                            CLOSE_REASON,
                            CUSTOMER_NEED,
                            PROPOSED_SOLUTION,
                            NOTES,
                            CLOSED_AT,
                            TAGS)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(NAME)
                    .prepared(Opportunity::prepare)
                    .folded(Fold.over(
                            CUSTOMER,
                            Customer.class,
                            values -> values.sum(
                                    Customer.LIFETIME, BASE_CLOSE_REVENUE, COUNTS, LifetimeChange::ofCustomer)))
                    .folded(Fold.over(
                            ACCOUNT,
                            Account.class,
                            values -> values.sum(
                                    Account.DIRECT_LIFETIME,
                                    BASE_CLOSE_REVENUE,
                                    COUNTS.and(CUSTOMER.isBlank()),
                                    LifetimeChange::ofAccount)))
                    .rule(
                            "has a budget below zero; give an amount of 0 or more",
                            (opportunity, context) -> isNotNegative(opportunity.budget))
                    .rule(
                            "has a close revenue below zero; give an amount of 0 or more",
                            (opportunity, context) -> isNotNegative(opportunity.closeRevenue))
                    .rule(CLOSE_REASON, (opportunity, context) -> opportunity.objectionToReason())
                    .rule(
                            BUDGET,
                            (opportunity, context) ->
                                    opportunity.lacksRate(opportunity.budget, opportunity.baseBudget, "base budget"))
                    .rule(
                            CLOSE_REVENUE,
                            (opportunity, context) -> opportunity.lacksRate(
                                    opportunity.closeRevenue, opportunity.baseCloseRevenue, "base close revenue")));

    private @Nullable String name;
    private @Nullable String status;
    private @Nullable UUID customer;
    private @Nullable UUID account;
    private @Nullable UUID contact;
    private @Nullable UUID lead;
    private @Nullable LocalDate closeDate;
    private @Nullable BigDecimal probability;
    private @Nullable Money budget;
    private @Nullable Money closeRevenue;
    private @Nullable BigDecimal baseBudget;
    private @Nullable BigDecimal baseCloseRevenue;
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
        if (situation.before().isEmpty() && status == null) {
            status = situation.setting(OpportunityStatus.INITIAL).id();
        }
        if (situation.changes(STATUS, this) || situation.changes(PROBABILITY, this)) {
            OpportunityStatus former =
                    situation.before().map(Opportunity::getStatus).orElse(null);
            probability = Probability.of(probability, former, getStatus(), situation.dictionary(STATUS));
        }
        prepareClosing(situation);
        prepareBaseAmounts(situation);
    }

    /** A reason that came with the former status goes with it; what is lost has brought in nothing unless it says what. */
    private void prepareClosing(Situation<Opportunity> situation) {
        boolean moves = situation.changes(STATUS, this);
        if (moves
                && !situation.changes(CLOSE_REASON, this)
                && objectionToReason().isPresent()) {
            closeReason = null;
        }
        if (OpportunityStatus.LOST.equals(getStatus()) && closeRevenue == null) {
            closeRevenue = Money.zero(situation.setting(Currencies.SETTING).base());
        }
        Instant closedBefore = situation.before().map(before -> before.closedAt).orElse(null);
        closedAt = !isClosed() ? null : moves || closedBefore == null ? situation.now() : closedBefore;
    }

    /** An amount that changes to another currency is converted anew, unless its base amount is given with it. */
    private void prepareBaseAmounts(Situation<Opportunity> situation) {
        if (closedAt == null) {
            baseBudget = null;
            baseCloseRevenue = null;
            return;
        }
        Currencies currencies = situation.setting(Currencies.SETTING);
        LocalDate day = InstantProperty.day(closedAt);
        BigDecimal knownBudget = isOutdated(BUDGET, BASE_BUDGET, situation) ? null : baseBudget;
        BigDecimal knownRevenue = isOutdated(CLOSE_REVENUE, BASE_CLOSE_REVENUE, situation) ? null : baseCloseRevenue;
        baseBudget = BaseAmount.of(budget, knownBudget, currencies, day);
        baseCloseRevenue = BaseAmount.of(closeRevenue, knownRevenue, currencies, day);
    }

    private boolean isOutdated(
            MoneyProperty<Opportunity> amount,
            NumberProperty<Opportunity, BigDecimal> base,
            Situation<Opportunity> situation) {
        Money before = situation.before().map(amount::get).orElse(null);
        Money now = amount.get(this);
        return before != null
                && now != null
                && !before.currency().equals(now.currency())
                && !situation.changes(base, this);
    }

    private Optional<String> lacksRate(@Nullable Money amount, @Nullable BigDecimal base, String mend) {
        return closedAt == null || amount == null || base != null
                ? Optional.empty()
                : Optional.of(BaseAmount.lacksRate(amount, InstantProperty.day(closedAt), mend));
    }

    private Optional<String> objectionToReason() {
        CloseReason reason = getCloseReason();
        OpportunityStatus at = getStatus();
        return reason == null || at == null || reason.fits(at)
                ? Optional.empty()
                : Optional.of("is " + reason.id() + " while the status is " + at.id()
                        + "; won is for what is won, the others are for what is lost, so choose one that fits or none");
    }

    private boolean isClosed() {
        OpportunityStatus at = getStatus();
        return at != null && at.isClosed();
    }

    /**
     * Closes it as won, with the usual probability of that.
     *
     * @param revenue null when it is not known yet
     */
    public Opportunity win(@Nullable Money revenue, LocalDate on) {
        close(OpportunityStatus.WON, CloseReason.WON, revenue, on);
        return this;
    }

    /**
     * Closes it as lost, with the usual probability of that and a close revenue of 0 in the base currency.
     *
     * @throws IllegalArgumentException when the reason is that it was won
     */
    public Opportunity lose(CloseReason reason, LocalDate on) {
        if (!reason.fits(OpportunityStatus.LOST)) {
            throw new IllegalArgumentException(
                    "nothing is lost for the reason '" + reason.id() + "'; give another close reason");
        }
        close(OpportunityStatus.LOST, reason, null, on);
        return this;
    }

    /** The probability is left to the save, which knows what is usual in this CRM. */
    private void close(OpportunityStatus as, CloseReason reason, @Nullable Money revenue, LocalDate on) {
        status = as.id();
        closeReason = reason.id();
        closeRevenue = revenue;
        baseCloseRevenue = null;
        closeDate = Objects.requireNonNull(on, "on");
        probability = null;
    }

    /** Opens it again, as {@link #reopen(OpportunityStatus)} with the first status. */
    public Opportunity reopen() {
        return reopen(OpportunityStatus.IN_PROGRESS);
    }

    /**
     * Opens it again, without revenue and reason and with the usual probability of the first status, whichever is chosen.
     *
     * @throws IllegalArgumentException when the status is a closed one
     * @throws IllegalStateException when it is open
     */
    public Opportunity reopen(OpportunityStatus as) {
        if (as.isClosed()) {
            throw new IllegalArgumentException(
                    "an opportunity that is reopened is not " + as.id() + "; choose an open status");
        } else if (!isClosed()) {
            throw new IllegalStateException("opportunity " + name
                    + " is open; only what is won or lost is reopened, so set its status instead");
        }
        status = as.id();
        closeReason = null;
        closeRevenue = null;
        probability = null;
        return this;
    }

    /** Those of the contact. */
    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        return contact == null ? Set.of() : Contact.emailAddresses(Set.of(contact), lookup);
    }

    /** The budget in the base currency: as it was frozen, or by the day's rate; empty without budget or rate. */
    public Optional<BigDecimal> budgetInBase(Currencies currencies, LocalDate on) {
        return inBase(budget, baseBudget, currencies, on);
    }

    /** The close revenue in the base currency: as it was frozen, or by the day's rate; empty without revenue or rate. */
    public Optional<BigDecimal> closeRevenueInBase(Currencies currencies, LocalDate on) {
        return inBase(closeRevenue, baseCloseRevenue, currencies, on);
    }

    private static Optional<BigDecimal> inBase(
            @Nullable Money amount, @Nullable BigDecimal frozen, Currencies currencies, LocalDate on) {
        return frozen != null
                ? Optional.of(frozen)
                : Optional.ofNullable(amount).flatMap(money -> currencies.inBase(money, on));
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

    public @Nullable BigDecimal getBaseBudget() {
        return baseBudget;
    }

    public void setBaseBudget(@Nullable BigDecimal baseBudget) {
        this.baseBudget = baseBudget;
    }

    public @Nullable BigDecimal getBaseCloseRevenue() {
        return baseCloseRevenue;
    }

    public void setBaseCloseRevenue(@Nullable BigDecimal baseCloseRevenue) {
        this.baseCloseRevenue = baseCloseRevenue;
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
