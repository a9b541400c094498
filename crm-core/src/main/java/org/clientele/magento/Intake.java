package org.clientele.magento;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.channel.Channel;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Takes in customers as a web shop tells of them, so that none is there twice: who registers after having bought as a guest is
 * the same customer (OroCRM documentation, Magento: guests). Thread-safe if its transactions are.
 *
 * <pre>{@code
 * WebCustomer ada = new Intake(session).take(arriving);
 * }</pre>
 */
public final class Intake {

    private final Transactions transactions;

    /**
     * An intake in the name of somebody, such as a session's actor, who sees and writes what the actor may.
     */
    public Intake(Transactions transactions) {
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    /**
     * Saves what the shop says of a customer, in one change set: as the stored customer of the channel with the same origin id;
     * else as the stored guest of the channel and website with the same e-mail, ignoring case, the first one if there are
     * several, who is then as registered as the arriving one; else as a new customer. What the arriving one does not say stays.
     *
     * @param arriving as it comes from the shop, never saved before; it is left as it is
     * @return the customer as it is stored now
     * @throws org.clientele.model.InvalidRecordException when rules are broken
     * @throws org.clientele.access.AccessDeniedException when the actor may not
     */
    public WebCustomer take(WebCustomer arriving) {
        return transactions.inTransaction("web customer from the shop", transaction -> take(arriving, transaction));
    }

    private static WebCustomer take(WebCustomer arriving, Transaction transaction) {
        Write<WebCustomer> write = known(arriving, transaction)
                .<Write<WebCustomer>>map(
                        before -> new Write.Update<>(WebCustomer.TYPE, before, merged(before, arriving, transaction)))
                .orElseGet(() -> new Write.Insert<>(WebCustomer.TYPE, arriving));
        return (WebCustomer) transaction.write(List.of(write)).get(0);
    }

    private static Optional<WebCustomer> known(WebCustomer arriving, Transaction transaction) {
        Ref<Channel> shop = arriving.getChannel();
        if (shop == null) {
            return Optional.empty();
        }
        Query<WebCustomer> ofShop = Query.of(Customer.CHANNEL.is(shop));
        return sameOrigin(arriving)
                .flatMap(where -> first(ofShop.and(where), transaction))
                .or(() -> sameGuest(arriving).flatMap(where -> first(ofShop.and(where), transaction)));
    }

    private static Optional<WebCustomer> first(Query<WebCustomer> query, Transaction transaction) {
        return transaction.select(WebCustomer.TYPE, query.stretch(0, 1)).findFirst();
    }

    private static Optional<Criterion<WebCustomer>> sameOrigin(WebCustomer arriving) {
        return given(arriving.getOriginId()).map(WebCustomer.ORIGIN_ID::is);
    }

    private static Optional<Criterion<WebCustomer>> sameGuest(WebCustomer arriving) {
        Criterion<WebCustomer> guest = WebCustomer.GUEST.isTrue().and(WebCustomer.ORIGIN_ID.isBlank());
        Criterion<WebCustomer> website =
                given(arriving.getWebsite()).map(WebCustomer.WEBSITE::is).orElseGet(WebCustomer.WEBSITE::isBlank);
        return given(arriving.getEmail())
                .map(email -> guest.and(WebCustomer.EMAIL.is(email)).and(website));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(there -> !there.isBlank());
    }

    /** The stored customer with all that the arriving one says; what follows from other values is not said. */
    private static WebCustomer merged(WebCustomer before, WebCustomer arriving, Transaction transaction) {
        WebCustomer after = WebCustomer.TYPE.copy(before);
        for (Property<? super WebCustomer, ?> property : transaction.schema().properties(WebCustomer.TYPE)) {
            if (!property.has(Traits.Calculated.class)) {
                say(property, arriving, after);
            }
        }
        after.setGuest(arriving.isGuest());
        return after;
    }

    private static <R, V> void say(Property<R, V> property, R arriving, R after) {
        if (!property.lacks(property.get(arriving))) {
            property.copy(arriving, after);
        }
    }
}
