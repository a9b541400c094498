package org.clientele.website;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.time.Instant;
import java.util.UUID;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor did on one website under one name (OroCRM documentation, Website activity). A part of the website; its
 * counters and times follow from its events, and {@link WebsiteIntake} finds out whose it is.
 */
public class WebsiteVisit extends CrmRecord {

    /** The name of those who did not say who they are. */
    public static final String GUEST = "guest";

    public static final ReferenceProperty<WebsiteVisit, TrackedWebsite> WEBSITE = ReferenceProperty.of(
                    "website",
                    TrackedWebsite.class,
                    WebsiteVisit::getWebsite,
                    (visit, ref) -> visit.website = ref == null ? null : ref.id())
            .with(required(), fixed(), WhenTargetGoes.GO_ALONG);
    /** What the website's cookie calls the visitor. */
    public static final TextProperty<WebsiteVisit> VISITOR = TextProperty.of(
                    "visitor", WebsiteVisit::getVisitor, (visit, visitor) -> visit.visitor = visitor)
            .with(required(), fixed(), indexed(), maxLength(255));
    /** What the website knows the visitor by, such as {@code id=12}; {@link #GUEST} for nobody. */
    public static final TextProperty<WebsiteVisit> USER_IDENTIFIER = TextProperty.of(
                    "userIdentifier",
                    WebsiteVisit::getUserIdentifier,
                    (WebsiteVisit visit, String identifier) -> visit.userIdentifier = identifier)
            .with(required(), fixed(), maxLength(255));

    public static final ReferenceProperty<WebsiteVisit, WebCustomer> CUSTOMER =
            ReferenceProperty.of("customer", WebCustomer.class, WebsiteVisit::getCustomer, WebsiteVisit::setCustomer);
    public static final InstantProperty<WebsiteVisit> FIRST_AT = InstantProperty.of(
                    "firstAt", WebsiteVisit::getFirstAt, WebsiteVisit::setFirstAt)
            .with(required());

    public static final InstantProperty<WebsiteVisit> LAST_AT = InstantProperty.of(
                    "lastAt", (WebsiteVisit visit) -> visit.lastAt, (visit, at) -> visit.lastAt = at)
            .with(calculated());
    public static final NumberProperty<WebsiteVisit, Integer> PAGE_VIEWS = NumberProperty.ofInteger(
                    "pageViews", (WebsiteVisit visit) -> visit.pageViews, (visit, count) -> visit.pageViews = count)
            .with(calculated());
    public static final NumberProperty<WebsiteVisit, Integer> ITEMS_ADDED = NumberProperty.ofInteger(
                    "itemsAdded", (WebsiteVisit visit) -> visit.itemsAdded, (visit, count) -> visit.itemsAdded = count)
            .with(calculated());
    public static final NumberProperty<WebsiteVisit, Integer> CHECKOUTS = NumberProperty.ofInteger(
                    "checkouts", (WebsiteVisit visit) -> visit.checkouts, (visit, count) -> visit.checkouts = count)
            .with(calculated());
    public static final InstantProperty<WebsiteVisit> LAST_LOGIN_AT = InstantProperty.of(
                    "lastLoginAt", (WebsiteVisit visit) -> visit.lastLoginAt, (visit, at) -> visit.lastLoginAt = at)
            .with(calculated());
    public static final InstantProperty<WebsiteVisit> LAST_ITEM_AT = InstantProperty.of(
                    "lastItemAt", (WebsiteVisit visit) -> visit.lastItemAt, (visit, at) -> visit.lastItemAt = at)
            .with(calculated());
    public static final InstantProperty<WebsiteVisit> LAST_CHECKOUT_AT = InstantProperty.of(
                    "lastCheckoutAt",
                    (WebsiteVisit visit) -> visit.lastCheckoutAt,
                    (visit, at) -> visit.lastCheckoutAt = at)
            .with(calculated());

    public static final EntityType<WebsiteVisit> TYPE = EntityType.define(
            "website visit",
            WebsiteVisit.class,
            WebsiteVisit::new,
            type -> type.properties(
                            WEBSITE,
                            VISITOR,
                            USER_IDENTIFIER,
                            CUSTOMER,
                            FIRST_AT,
                            LAST_AT,
                            PAGE_VIEWS,
                            ITEMS_ADDED,
                            CHECKOUTS,
                            LAST_LOGIN_AT,
                            LAST_ITEM_AT,
                            LAST_CHECKOUT_AT)
                    .partOf(WEBSITE)
                    .distinctBy(WEBSITE, VISITOR, USER_IDENTIFIER));

    private @Nullable UUID website;
    private @Nullable String visitor;
    private @Nullable String userIdentifier;
    private @Nullable UUID customer;
    private @Nullable Instant firstAt;
    private @Nullable Instant lastAt;
    private @Nullable Integer pageViews = 0;
    private @Nullable Integer itemsAdded = 0;
    private @Nullable Integer checkouts = 0;
    private @Nullable Instant lastLoginAt;
    private @Nullable Instant lastItemAt;
    private @Nullable Instant lastCheckoutAt;

    /** An empty visit. */
    protected WebsiteVisit() {}

    WebsiteVisit(TrackedWebsite website, String visitor, String userIdentifier, Instant firstAt) {
        this.website = website.getId();
        this.visitor = visitor;
        this.userIdentifier = userIdentifier;
        this.firstAt = firstAt;
    }

    /** Whether the visitor did not say who it is. */
    public boolean isAnonymous() {
        return GUEST.equals(userIdentifier);
    }

    public @Nullable Ref<TrackedWebsite> getWebsite() {
        return website == null ? null : new Ref<>(website);
    }

    public @Nullable String getVisitor() {
        return visitor;
    }

    public @Nullable String getUserIdentifier() {
        return userIdentifier;
    }

    public @Nullable Ref<WebCustomer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    public void setCustomer(@Nullable Ref<WebCustomer> customer) {
        this.customer = customer == null ? null : customer.id();
    }

    public @Nullable Instant getFirstAt() {
        return firstAt;
    }

    public void setFirstAt(@Nullable Instant firstAt) {
        this.firstAt = firstAt;
    }
}
