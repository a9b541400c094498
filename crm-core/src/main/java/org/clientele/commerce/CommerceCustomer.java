package org.clientele.commerce;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.criteria.Lookup;
import org.clientele.customer.Customer;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.organization.User;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.Follows;
import org.clientele.property.ItemsProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.clientele.value.Refs;
import org.jspecify.annotations.Nullable;

/**
 * A company that buys in a storefront, or a part of one: divisions stand below their company (OroCommerce documentation,
 * Customers). When a company goes, those below it stand on their own.
 */
public class CommerceCustomer extends Customer {

    public static final ReferenceProperty<CommerceCustomer, CommerceCustomer> PARENT = ReferenceProperty.of(
                    "parent", CommerceCustomer.class, CommerceCustomer::getParent, CommerceCustomer::setParent)
            .with(new Follows(Customer.ACCOUNT));
    public static final TextProperty<CommerceCustomer> CUSTOMER_GROUP = TextProperty.of(
                    "customerGroup", CommerceCustomer::getCustomerGroup, CommerceCustomer::setCustomerGroup)
            .with(label("Group"), maxLength(255));
    public static final ItemsProperty<CommerceCustomer, Address> ADDRESSES =
            ItemsProperty.of("addresses", Address.TYPE, CommerceCustomer::getAddresses, CommerceCustomer::setAddresses);
    public static final ReferenceSetProperty<CommerceCustomer, User> SALES_REPRESENTATIVES = ReferenceSetProperty.of(
                    "salesRepresentatives",
                    User.class,
                    CommerceCustomer::getSalesRepresentatives,
                    CommerceCustomer::setSalesRepresentatives)
            .with(label("Sales representatives"));
    public static final ChoiceProperty<CommerceCustomer, CustomerRating> RATING = ChoiceProperty.of(
            "rating", CustomerRating.DICTIONARY, CommerceCustomer::getRating, CommerceCustomer::setRating);
    public static final TextProperty<CommerceCustomer> VAT_ID = TextProperty.of(
                    "vatId", CommerceCustomer::getVatId, CommerceCustomer::setVatId)
            .with(label("VAT Id"), maxLength(255));
    public static final TextProperty<CommerceCustomer> TAX_CODE = TextProperty.of(
                    "taxCode", CommerceCustomer::getTaxCode, CommerceCustomer::setTaxCode)
            .with(label("Tax code"), maxLength(255));

    public static final EntityType<CommerceCustomer> TYPE = EntityType.define(
            "commerce customer",
            CommerceCustomer.class,
            CommerceCustomer::new,
            type -> type.extending(Customer.TYPE)
                    .properties(PARENT, CUSTOMER_GROUP, ADDRESSES, SALES_REPRESENTATIVES, RATING, VAT_ID, TAX_CODE)
                    .rule(
                            "stands below itself; choose a parent that is neither this customer nor one below it",
                            CommerceCustomer::isNotBelowItself)
                    .rule(
                            "has more than one primary address; make one of them primary",
                            (customer, context) -> onePrimary(customer.addresses)));

    private @Nullable UUID parent;
    private @Nullable String customerGroup;
    private List<Address> addresses = List.of();
    private Set<UUID> salesRepresentatives = Set.of();
    private @Nullable String rating;
    private @Nullable String vatId;
    private @Nullable String taxCode;

    /** An empty customer. */
    protected CommerceCustomer() {}

    /** A customer that gets an account when it is saved. */
    public CommerceCustomer(String name, Channel channel) {
        super(name, channel);
    }

    public CommerceCustomer(String name, Account account, Channel channel) {
        super(name, account, channel);
    }

    static boolean onePrimary(List<Address> addresses) {
        return addresses.stream().filter(Address::isPrimary).count() <= 1;
    }

    /** A parent that stays was looked at when it was set; above may be what somebody broke, circles included. */
    private boolean isNotBelowItself(Invariant.Context<CommerceCustomer> context) {
        boolean kept = context.before()
                .filter(before -> Objects.equals(before.parent, parent))
                .isPresent();
        return kept || above(context.lookup()).noneMatch(getId()::equals);
    }

    /** The identities of all that it stands below, the nearest first; a circle ends before it is walked again. */
    private Stream<UUID> above(Lookup lookup) {
        Set<UUID> above = new LinkedHashSet<>();
        UUID next = parent;
        while (next != null && above.add(next)) {
            next = lookup.find(CommerceCustomer.class, next)
                    .map(CommerceCustomer::getParent)
                    .map(Ref::id)
                    .orElse(null);
        }
        return above.stream();
    }

    /** The customer at the top of those that this one stands below; itself when it stands below none. */
    public Ref<CommerceCustomer> root(Lookup lookup) {
        return above(lookup)
                .filter(id -> lookup.find(CommerceCustomer.class, id).isPresent())
                .reduce((lower, higher) -> higher)
                .map(id -> new Ref<CommerceCustomer>(id))
                .orElseGet(() -> Ref.to(this));
    }

    /** Puts it below another customer. */
    public CommerceCustomer below(CommerceCustomer company) {
        parent = company.getId();
        return this;
    }

    public @Nullable Ref<CommerceCustomer> getParent() {
        return parent == null ? null : new Ref<>(parent);
    }

    public void setParent(@Nullable Ref<CommerceCustomer> parent) {
        this.parent = parent == null ? null : parent.id();
    }

    public @Nullable String getCustomerGroup() {
        return customerGroup;
    }

    public void setCustomerGroup(@Nullable String customerGroup) {
        this.customerGroup = customerGroup;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public Set<Ref<User>> getSalesRepresentatives() {
        return Refs.of(salesRepresentatives);
    }

    public void setSalesRepresentatives(Set<Ref<User>> salesRepresentatives) {
        this.salesRepresentatives = Refs.ids(salesRepresentatives);
    }

    public @Nullable CustomerRating getRating() {
        return rating == null ? null : CustomerRating.DICTIONARY.get(rating);
    }

    public void setRating(@Nullable CustomerRating rating) {
        this.rating = rating == null ? null : rating.id();
    }

    public @Nullable String getVatId() {
        return vatId;
    }

    public void setVatId(@Nullable String vatId) {
        this.vatId = vatId;
    }

    public @Nullable String getTaxCode() {
        return taxCode;
    }

    public void setTaxCode(@Nullable String taxCode) {
        this.taxCode = taxCode;
    }
}
