package org.clientele.website;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;
import static org.clientele.property.Traits.unique;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.property.DateProperty;
import org.clientele.property.IdProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Something that a visitor did: saw a page, logged in, put something into the cart, went to the checkout. A part of the visit. */
public class WebsiteEvent extends CrmRecord {

    /** A page was seen. */
    public static final String PAGE_VIEW = "visit";
    /** Something was put into a cart. */
    public static final String ITEM_ADDED = "cart item added";
    /** The checkout was entered; the value is the subtotal of the cart. */
    public static final String CHECKOUT = "user entered checkout";
    /** A user logged in. */
    public static final String LOGIN = "user logged in";
    /** A user logged out. */
    public static final String LOGOUT = "user logged out";
    /** An order was placed; the value is its increment id. */
    public static final String ORDER_PLACED = "order placed";
    /** An order was placed and all went well; the value is its subtotal. */
    public static final String ORDER_SUCCEEDED = "order successfully placed";

    public static final ReferenceProperty<WebsiteEvent, WebsiteVisit> VISIT = ReferenceProperty.of(
                    "visit",
                    WebsiteVisit.class,
                    WebsiteEvent::getVisit,
                    (event, ref) -> event.visit = ref == null ? null : ref.id())
            .with(required(), fixed(), WhenTargetGoes.GO_ALONG);
    public static final TextProperty<WebsiteEvent> NAME = TextProperty.of(
                    "name", WebsiteEvent::getName, (event, name) -> event.name = name)
            .with(required(), fixed(), maxLength(255));
    public static final TextProperty<WebsiteEvent> VALUE = TextProperty.of(
                    "value", WebsiteEvent::getValue, (WebsiteEvent event, String value) -> event.value = value)
            .with(fixed(), maxLength(255));
    public static final TextProperty<WebsiteEvent> TITLE = TextProperty.of(
                    "title", WebsiteEvent::getTitle, (WebsiteEvent event, String title) -> event.title = title)
            .with(fixed(), maxLength(255));
    public static final TextProperty<WebsiteEvent> URL = TextProperty.of(
                    "url", WebsiteEvent::getUrl, (WebsiteEvent event, String url) -> event.url = url)
            .with(fixed(), maxLength(2000), label("URL"));
    public static final InstantProperty<WebsiteEvent> AT = InstantProperty.of(
                    "at", WebsiteEvent::getAt, (event, at) -> event.at = at)
            .with(required(), fixed());
    /** The code of the campaign that brought the visitor. */
    public static final TextProperty<WebsiteEvent> CAMPAIGN = TextProperty.of(
                    "campaign",
                    WebsiteEvent::getCampaign,
                    (WebsiteEvent event, String campaign) -> event.campaign = campaign)
            .with(fixed(), maxLength(255), label("Campaign code"));
    /** Stands for the website and what it calls the event; null where it has no names for them. */
    static final IdProperty<WebsiteEvent> ORIGIN = IdProperty.of(
                    "origin", (WebsiteEvent event) -> event.origin, (event, origin) -> event.origin = origin)
            .with(fixed(), unique());
    /** The day of it, UTC. */
    public static final DateProperty<WebsiteEvent> DAY = DateProperty.of(
                    "day", (WebsiteEvent event) -> event.day, (event, day) -> event.day = day)
            .with(calculated());

    private static final Criterion<WebsiteEvent> PAGE_VIEWS = named(PAGE_VIEW);
    private static final Criterion<WebsiteEvent> ITEMS = named(ITEM_ADDED);
    private static final Criterion<WebsiteEvent> CHECKOUTS = named(CHECKOUT);

    public static final EntityType<WebsiteEvent> TYPE = EntityType.define(
            "website event",
            WebsiteEvent.class,
            WebsiteEvent::new,
            type -> type.properties(VISIT, NAME, VALUE, TITLE, URL, AT, CAMPAIGN, ORIGIN, DAY)
                    .partOf(VISIT)
                    .named(NAME)
                    .prepared((event, situation) -> event.prepare())
                    .folded(Fold.over(
                            VISIT,
                            WebsiteVisit.class,
                            values -> values.latest(WebsiteVisit.LAST_AT, AT, Criterion.always())
                                    .count(WebsiteVisit.PAGE_VIEWS, PAGE_VIEWS)
                                    .count(WebsiteVisit.ITEMS_ADDED, ITEMS)
                                    .count(WebsiteVisit.CHECKOUTS, CHECKOUTS)
                                    .latest(WebsiteVisit.LAST_LOGIN_AT, AT, named(LOGIN))
                                    .latest(WebsiteVisit.LAST_ITEM_AT, AT, ITEMS)
                                    .latest(WebsiteVisit.LAST_CHECKOUT_AT, AT, CHECKOUTS))));

    private @Nullable UUID visit;
    private @Nullable String name;
    private @Nullable String value;
    private @Nullable String title;
    private @Nullable String url;
    private @Nullable Instant at;
    private @Nullable String campaign;
    private @Nullable UUID origin;
    private @Nullable LocalDate day;

    /** An empty event. */
    protected WebsiteEvent() {}

    WebsiteEvent(WebsiteVisit visit, Told told, @Nullable UUID origin) {
        this.visit = visit.getId();
        this.name = told.name();
        this.value = told.value();
        this.title = told.title();
        this.url = told.url();
        this.at = told.at();
        this.campaign = told.campaign();
        this.origin = origin;
    }

    private void prepare() {
        day = at == null ? null : InstantProperty.day(at);
    }

    private static Criterion<WebsiteEvent> named(String name) {
        return NAME.is(name);
    }

    public @Nullable Ref<WebsiteVisit> getVisit() {
        return visit == null ? null : new Ref<>(visit);
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getValue() {
        return value;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public @Nullable String getUrl() {
        return url;
    }

    public @Nullable String getCampaign() {
        return campaign;
    }

    public @Nullable Instant getAt() {
        return at;
    }
}
