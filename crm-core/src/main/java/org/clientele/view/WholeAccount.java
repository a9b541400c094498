package org.clientele.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clientele.account.Account;
import org.clientele.activity.Timeline;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.website.VisitTotals;
import org.jspecify.annotations.Nullable;

/**
 * An account seen whole, as one viewer sees it (OroCRM documentation, Accounts: view page). What the viewer may not see is not
 * there and not counted. Immutable.
 *
 * @param activities those of the account itself, the latest first
 * @param opportunities of the account, the newest first
 * @param won how many of all opportunities of the account are won
 * @param lost how many of them are lost
 * @param additional the custom properties, in the order of their definition
 * @param website what its web customers did on websites; {@link org.clientele.website.WebsiteActivity} tells more
 * @param sections the channels in which the account has customers, by name
 */
public record WholeAccount(
        Ref<Account> account,
        Header header,
        General general,
        Page<Timeline.Entry> activities,
        Page<OpportunityRow> opportunities,
        long won,
        long lost,
        List<AdditionalField> additional,
        VisitTotals website,
        Page<Section> sections) {

    public WholeAccount {
        additional = List.copyOf(additional);
    }

    /**
     * The head of the page.
     *
     * @param lifetime what the account has come to, in the base currency, over all active channels
     */
    public record Header(
            @Nullable Instant created, @Nullable Instant updated, BigDecimal lifetime) {}

    /**
     * What is known of the account as such.
     *
     * @param owner null when the viewer may not see the owner
     * @param contacts by last and first name
     */
    public record General(
            @Nullable String name,
            Set<String> tags,
            @Nullable String description,
            @Nullable OwnerRow owner,
            Page<ContactRow> contacts) {

        public General {
            tags = Set.copyOf(tags);
        }
    }

    /** Who owns the account. */
    public record OwnerRow(Ref<User> user, String name) {}

    /**
     * A contact of the account.
     *
     * @param isDefault whether it is the one to turn to first
     */
    public record ContactRow(
            Ref<Contact> contact,
            String name,
            @Nullable String email,
            @Nullable String jobTitle,
            boolean isDefault) {}

    /** An opportunity of the account. */
    public record OpportunityRow(
            Ref<Opportunity> opportunity,
            @Nullable String name,
            @Nullable OpportunityStatus status,
            @Nullable LocalDate closeDate,
            @Nullable Money budget,
            @Nullable Money closeRevenue,
            @Nullable Ref<Customer> customer) {}

    /**
     * The value of a custom property.
     *
     * @param name the property's
     * @param label what a person calls it
     * @param text the value in words; empty where there is none
     */
    public record AdditionalField(
            String name, String label, @Nullable Object value, String text) {}

    /**
     * The customers of the account in one channel.
     *
     * @param name null when the viewer may not see the channel
     * @param isCounted whether the channel is active, so that its lifetime value counts for the account
     * @param lifetime what all of its customers have come to
     * @param customers by name; the total is how many there are
     * @param all the condition by which all of them are found
     */
    public record Section(
            Ref<Channel> channel,
            @Nullable String name,
            boolean isCounted,
            BigDecimal lifetime,
            Page<CustomerRow> customers,
            Criterion<Customer> all) {}

    /**
     * A customer of the account.
     *
     * @param kind the name of its type
     * @param records how many records of each type point to it, type by type
     */
    public record CustomerRow(
            Ref<Customer> customer,
            String kind,
            @Nullable String name,
            @Nullable BigDecimal lifetime,
            @Nullable Integer timesContacted,
            @Nullable Instant lastContactedAt,
            List<Pointed<?>> records) {

        public CustomerRow {
            records = List.copyOf(records);
        }
    }

    /**
     * How many records of a type, ours or a host's, point to a customer by one property.
     *
     * <pre>{@code
     * sales.select(pointed.type()).where(pointed.all()).page(1, 25);
     * }</pre>
     *
     * @param all the condition by which exactly those are found
     */
    public record Pointed<R extends CrmRecord>(
            EntityType<R> type, Property<? super R, ?> by, long count, Criterion<R> all) {}
}
