package org.clientele.sales;

import static org.clientele.property.Traits.example;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.tags;

import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.property.ItemsProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/** A company that one sells to, in a sales channel (OroCRM documentation, Business customers). */
public class BusinessCustomer extends Customer {

    public static final ItemsProperty<BusinessCustomer, EmailAddress> EMAILS = ItemsProperty.of(
                    "emails", EmailAddress.TYPE, BusinessCustomer::getEmails, BusinessCustomer::setEmails)
            .with(example(List.of(new EmailAddress("office@coleman.example", true))));
    public static final ItemsProperty<BusinessCustomer, PhoneNumber> PHONES = ItemsProperty.of(
                    "phones", PhoneNumber.TYPE, BusinessCustomer::getPhones, BusinessCustomer::setPhones)
            .with(example(List.of(new PhoneNumber("585-555-0123", true))));
    public static final ItemsProperty<BusinessCustomer, Address> ADDRESSES = ItemsProperty.of(
                    "addresses", Address.TYPE, BusinessCustomer::getAddresses, BusinessCustomer::setAddresses)
            .with(example(List.of(Address.EXAMPLE)));
    public static final TextProperty<BusinessCustomer> WEBSITE = TextProperty.of(
                    "website", BusinessCustomer::getWebsite, BusinessCustomer::setWebsite)
            .with(maxLength(255), label("Website"), example("https://coleman.example"));
    public static final TextProperty<BusinessCustomer> OWNERSHIP = TextProperty.of(
                    "ownership", BusinessCustomer::getOwnership, BusinessCustomer::setOwnership)
            .with(maxLength(255), label("Ownership"), example("Private"));
    public static final TextProperty<BusinessCustomer> TICKER_SYMBOL = TextProperty.of(
                    "tickerSymbol", BusinessCustomer::getTickerSymbol, BusinessCustomer::setTickerSymbol)
            .with(maxLength(255), label("Ticker symbol"));
    public static final TextProperty<BusinessCustomer> RATING = TextProperty.of(
                    "rating", BusinessCustomer::getRating, BusinessCustomer::setRating)
            .with(maxLength(255), label("Rating"));
    public static final NumberProperty<BusinessCustomer, Integer> EMPLOYEES = NumberProperty.ofInteger(
                    "employees", BusinessCustomer::getEmployees, BusinessCustomer::setEmployees)
            .with(range(0, Integer.MAX_VALUE), example(120));
    public static final SetProperty<BusinessCustomer> TAGS = SetProperty.of(
                    "tags", BusinessCustomer::getTags, BusinessCustomer::setTags)
            .with(tags(), MergeStrategies.replace(), example(Set.of("custom tag", "second tag")));

    public static final EntityType<BusinessCustomer> TYPE = EntityType.define(
            "business customer",
            BusinessCustomer.class,
            BusinessCustomer::new,
            type -> type.extending(Customer.TYPE)
                    .properties(EMAILS, PHONES, ADDRESSES, WEBSITE, OWNERSHIP, TICKER_SYMBOL, RATING, EMPLOYEES, TAGS));

    private List<@Valid EmailAddress> emails = List.of();
    private List<PhoneNumber> phones = List.of();
    private List<Address> addresses = List.of();
    private @Nullable String website;
    private @Nullable String ownership;
    private @Nullable String tickerSymbol;
    private @Nullable String rating;
    private @Nullable Integer employees;
    private Set<String> tags = Set.of();

    /** An empty customer. */
    protected BusinessCustomer() {}

    /** A customer that gets an account of its own name when it is saved. */
    public BusinessCustomer(String name, Channel channel) {
        super(name, channel);
    }

    public BusinessCustomer(String name, Account account, Channel channel) {
        super(name, account, channel);
    }

    @Override
    protected Set<String> emailAddresses(Lookup lookup) {
        Set<String> all = new HashSet<>(super.emailAddresses(lookup));
        all.addAll(EmailAddress.texts(emails));
        return all;
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

    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }

    public @Nullable String getOwnership() {
        return ownership;
    }

    public void setOwnership(@Nullable String ownership) {
        this.ownership = ownership;
    }

    public @Nullable String getTickerSymbol() {
        return tickerSymbol;
    }

    public void setTickerSymbol(@Nullable String tickerSymbol) {
        this.tickerSymbol = tickerSymbol;
    }

    public @Nullable String getRating() {
        return rating;
    }

    public void setRating(@Nullable String rating) {
        this.rating = rating;
    }

    public @Nullable Integer getEmployees() {
        return employees;
    }

    public void setEmployees(@Nullable Integer employees) {
        this.employees = employees;
    }

    public Set<String> getTags() {
        return tags;
    }

    public void setTags(Set<String> tags) {
        this.tags = Refs.kept(tags);
    }
}
