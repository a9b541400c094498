package org.clientele.testkit.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.clientele.Session;
import org.clientele.commerce.Order;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuoteRequest;
import org.clientele.commerce.QuotedItem;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.property.ChoiceProperty;
import org.clientele.value.Choice;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A record with a status, driven by verbs and by force and compared with the documentation at each step.
 *
 * @param <R> the type of the record
 * @param <C> the kind of its status
 */
final class Machine<R extends CrmRecord, C extends Choice> {

    private static final String REQUEST = QuoteRequest.TYPE.name();

    private final Session session;
    private final EntityType<R> type;
    private final ChoiceProperty<R, C> status;
    private final Map<String, Consumer<R>> verbs;
    private R stored;
    private int moved;

    private Machine(
            Session session, R fresh, EntityType<R> type, ChoiceProperty<R, C> status, Map<String, Consumer<R>> verbs) {
        this.session = session;
        this.type = type;
        this.status = status;
        this.verbs = new TreeMap<>(verbs);
        this.stored = session.save(fresh);
    }

    static Machine<?, ?> ofRequest(StorefrontCase.Stage stage) {
        return new Machine<>(
                stage.session,
                new QuoteRequest("Ada", "Lovelace", "ada@acuserv.example", "Acuserv"),
                QuoteRequest.TYPE,
                QuoteRequest.STATUS,
                Map.of(
                        "process", QuoteRequest::process,
                        "requestMoreInformation", QuoteRequest::requestMoreInformation,
                        "provideInformation", QuoteRequest::provideInformation,
                        "decline", QuoteRequest::decline,
                        "cancel", request -> request.cancel("too dear"),
                        "reprocess", QuoteRequest::reprocess,
                        "discard", QuoteRequest::discard,
                        "undelete", QuoteRequest::undelete));
    }

    static Machine<?, ?> ofQuote(StorefrontCase.Stage stage) {
        return new Machine<>(
                stage.session,
                new Quote(stage.acuserv).add(QuotedItem.of("SKU-1", "1", "item", Money.of("1", "USD"))),
                Quote.TYPE,
                Quote.STATUS,
                Map.of(
                        "send", Quote::send,
                        "accept", quote -> quote.accept(StorefrontCase.NOW),
                        "decline", Quote::decline,
                        "expire", Quote::expire,
                        "cancel", Quote::cancel,
                        "discard", Quote::discard,
                        "undelete", Quote::undelete));
    }

    static Machine<?, ?> ofOrder(StorefrontCase.Stage stage) {
        return new Machine<>(
                stage.session,
                stage.order("1", "USD"),
                Order.TYPE,
                Order.STATUS,
                Map.of("cancel", Order::cancel, "ship", Order::ship, "close", Order::close, "archive", Order::archive));
    }

    int verbs() {
        return verbs.size();
    }

    /** How often the record has changed its status. */
    int moved() {
        return moved;
    }

    /** An even number calls a verb, an odd one sets a status; then the record is saved. */
    void step(int number) {
        R record = session.get(type, stored.getId());
        if (number % 2 == 0) {
            List<String> names = new ArrayList<>(verbs.keySet());
            String verb = names.get(number / 2 % names.size());
            call(record, verb, Objects.requireNonNull(verbs.get(verb)));
        } else {
            List<C> all = List.copyOf(status.dictionary().values());
            status.set(record, all.get(number / 2 % all.size()));
        }
        save(record);
    }

    private void call(R record, String verb, Consumer<R> does) {
        String from = id(record);
        var possible = Documented.after(type.name(), from, verb);
        if (possible.isEmpty()) {
            assertThatThrownBy(() -> does.accept(record))
                    .as("%s %s by %s", type, from, verb)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(type.name());
            assertThat(id(record)).isEqualTo(from);
        } else {
            does.accept(record);
            assertThat(id(record)).as("%s %s by %s", type, from, verb).isIn(possible);
        }
    }

    private void save(R record) {
        boolean allowed = Documented.allow(type.name(), id(stored), id(record)) && isShownAsAllowed(record);
        if (allowed) {
            moved += id(stored).equals(id(record)) ? 0 : 1;
            stored = session.save(record);
        } else {
            String before = id(stored);
            assertThatThrownBy(() -> session.save(record))
                    .as("%s from %s to %s", type, before, id(record))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("status that does not follow on the one before");
            stored = session.get(type, stored.getId());
            assertThat(id(stored)).isEqualTo(before);
        }
        if (stored instanceof QuoteRequest request && request.getCustomerStatus() != null) {
            String expected = shown(request.getStatus(), request.getCustomerStatus());
            assertThat(request.getCustomerStatus().id()).isEqualTo(expected);
        }
    }

    private boolean isShownAsAllowed(R record) {
        if (!type.name().equals(REQUEST)) {
            return true;
        }
        Choice before = QuoteRequest.CUSTOMER_STATUS.get((QuoteRequest) stored);
        String shown = id(stored).equals(id(record)) ? id(before) : shown(status.get(record), before);
        return Documented.allow("shown", id(before), shown);
    }

    /** What the documentation says that the customer sees; of what it does not speak, the customer sees what was before. */
    private static String shown(@Nullable Choice internal, @Nullable Choice before) {
        return switch (id(internal)) {
            case "open" -> "submitted";
            case "more_info_requested" -> "requires_attention";
            case "declined", "cancelled_by_customer" -> "cancelled";
            default -> id(before);
        };
    }

    private String id(R record) {
        return id(status.get(record));
    }

    private static String id(@Nullable Choice choice) {
        return choice == null ? "none" : choice.id();
    }
}
