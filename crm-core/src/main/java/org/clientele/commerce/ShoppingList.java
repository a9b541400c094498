package org.clientele.commerce;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.currencyCode;
import static org.clientele.property.Traits.identity;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.movesAlone;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.model.EntityType;
import org.clientele.model.Situation;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's user means to buy (OroCommerce documentation, Shopping lists). A product stands in it once in each unit. It
 * outlives its customer and its user: the references are cleared.
 */
public class ShoppingList extends PricedDocument {

    public static final TextProperty<ShoppingList> LABEL = TextProperty.of(
                    "label", ShoppingList::getLabel, ShoppingList::setLabel)
            .with(required(), maxLength(255), identity());
    public static final TextProperty<ShoppingList> NOTES =
            TextProperty.of("notes", ShoppingList::getNotes, ShoppingList::setNotes);
    public static final ItemsProperty<ShoppingList, ShoppingListItem> ITEMS =
            ItemsProperty.of("items", ShoppingListItem.TYPE, ShoppingList::getItems, ShoppingList::setItems);
    public static final ReferenceProperty<ShoppingList, CommerceCustomer> CUSTOMER = ReferenceProperty.of(
                    "customer", CommerceCustomer.class, ShoppingList::getCustomer, ShoppingList::setCustomer)
            .with(movesAlone());
    public static final ReferenceProperty<ShoppingList, CustomerUser> CUSTOMER_USER = ReferenceProperty.of(
                    "customerUser", CustomerUser.class, ShoppingList::getCustomerUser, ShoppingList::setCustomerUser)
            .with(movesAlone(), label("Customer user"));
    public static final TextProperty<ShoppingList> WEBSITE = TextProperty.of(
                    "website", ShoppingList::getWebsite, ShoppingList::setWebsite)
            .with(maxLength(255));
    public static final TextProperty<ShoppingList> CURRENCY = TextProperty.of(
                    "currency", ShoppingList::getCurrency, ShoppingList::setCurrency)
            .with(maxLength(3), currencyCode());

    public static final MoneyProperty<ShoppingList> SUBTOTAL = MoneyProperty.of(
                    "subtotal", (ShoppingList list) -> list.getSubtotal(), (list, value) -> list.takeSubtotal(value))
            .with(calculated());

    public static final EntityType<ShoppingList> TYPE = EntityType.define(
            "shopping list",
            ShoppingList.class,
            ShoppingList::new,
            type -> type.properties(LABEL, NOTES, ITEMS, CUSTOMER, CUSTOMER_USER, WEBSITE, CURRENCY, SUBTOTAL)
                    .properties(CONTACT_STATISTICS)
                    .owned(OWNERSHIP)
                    .named(LABEL)
                    .prepared(ShoppingList::prepare)
                    .rule(ONE_CURRENCY, (document, context) -> document.isInOneCurrency())
                    .rule(COUNTABLE, (document, context) -> document.isCountable())
                    .rule(
                            "has a product twice in the same unit; add up the quantities in one line",
                            (list, context) -> list.hasProductsOnce()));

    private @Nullable String label;
    private @Nullable String notes;
    private List<ShoppingListItem> items = List.of();

    /** An empty list; it can not be saved before it has a label. */
    protected ShoppingList() {}

    public ShoppingList(String label) {
        this.label = label;
    }

    /** A list of a customer's user, and so of the customer. */
    public ShoppingList(String label, CustomerUser user) {
        this(label);
        setCustomerUser(Ref.to(user));
        setCustomer(user.getCustomer());
    }

    private void prepare(Situation<ShoppingList> situation) {
        takeCustomerOfUser(situation);
        price(situation);
    }

    @Override
    List<? extends Line> lines() {
        return items;
    }

    private boolean hasProductsOnce() {
        return items.stream()
                .allMatch(item -> items.stream().filter(item::isSameProduct).count() == 1);
    }

    /** Adds so much of a product; where it is in the list already, in the same unit, its quantity grows. */
    public ShoppingList add(ShoppingListItem item) {
        List<ShoppingListItem> more = new ArrayList<>();
        boolean found = false;
        for (ShoppingListItem own : items) {
            boolean same = own.isSameProduct(item);
            found |= same;
            more.add(same ? own.plus(Objects.requireNonNullElse(item.quantity(), BigDecimal.ONE)) : own);
        }
        if (!found) {
            more.add(item);
        }
        items = List.copyOf(more);
        return this;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public List<ShoppingListItem> getItems() {
        return items;
    }

    public void setItems(List<ShoppingListItem> items) {
        this.items = List.copyOf(items);
    }
}
