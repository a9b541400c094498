package org.clientele.sales;

import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the conversion of a lead shall do; used within {@code planConversion} only. What is not chosen is as the
 * lead says. Records only name who takes part: their values are read from the store. Of customer, account and company name
 * the first of these that was chosen counts.
 *
 * <pre>{@code
 * choices.opportunityName("Analytical engine").account(acuserv).budget(Money.of("17000", "USD"))
 * }</pre>
 */
public final class ConversionChoices {

    private @Nullable String opportunityName;
    private @Nullable UUID contact;
    private @Nullable UUID customer;
    private @Nullable UUID account;
    private @Nullable String companyName;
    private @Nullable String notes;
    private @Nullable Money budget;

    ConversionChoices() {}

    /** What the opportunity is called; without it, as the lead. */
    public ConversionChoices opportunityName(String name) {
        opportunityName = name;
        return this;
    }

    /** Whom one deals with; without it the lead's contact, and without that a new one of what the lead knows. */
    public ConversionChoices contact(Contact known) {
        contact = known.getId();
        return this;
    }

    /** Whose opportunity it is; it stands under the customer's account. */
    public ConversionChoices customer(Customer known) {
        customer = known.getId();
        return this;
    }

    /** Under which account the opportunity stands, with no customer. */
    public ConversionChoices account(Account known) {
        account = known.getId();
        return this;
    }

    /** Under the account of which name, ignoring case, the opportunity stands; one is made when none is to be seen. */
    public ConversionChoices companyName(String name) {
        companyName = name;
        return this;
    }

    /** The opportunity's additional comments; without them, the lead's. */
    public ConversionChoices notes(String text) {
        notes = text;
        return this;
    }

    /** The opportunity's budget; without it, none. */
    public ConversionChoices budget(Money amount) {
        budget = amount;
        return this;
    }

    ConversionRequest request(UUID lead) {
        return new ConversionRequest(lead, opportunityName, contact, customer, account, companyName, notes, budget);
    }
}
