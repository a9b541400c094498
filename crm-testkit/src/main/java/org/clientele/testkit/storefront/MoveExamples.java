package org.clientele.testkit.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clientele.commerce.Quote;
import org.clientele.commerce.QuoteRequest;
import org.clientele.commerce.QuoteStatus;
import org.clientele.commerce.QuotedItem;
import org.clientele.commerce.RequestCustomerStatus;
import org.clientele.commerce.RequestStatus;
import org.clientele.model.InvalidRecordException;
import org.clientele.value.Money;
import org.junit.jupiter.api.Test;

/** Moves of statuses that need more than a table says. */
abstract class MoveExamples extends DocumentExamples {

    private static Quote quote(Stage stage) {
        return new Quote(stage.acuserv).add(QuotedItem.of("SKU-1", "1", "item", Money.of("1", "USD")));
    }

    private static QuoteRequest request() {
        return new QuoteRequest("Ada", "Lovelace", "ada@acuserv.example", "Acuserv");
    }

    @Test
    void aMoveThatIsNoneSaysWhatIsPossible() {
        Stage stage = new Stage(newStore());
        Quote quote = quote(stage);
        quote.setQid("Q-1");
        assertThatThrownBy(() -> quote.accept(NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "quote Q-1 is draft and can not become accepted; what is draft becomes [sent_to_customer, deleted]"
                                + " only");
        Quote saved = stage.session.save(quote);
        saved.setStatus(QuoteStatus.ACCEPTED);
        assertThatThrownBy(() -> stage.session.save(saved))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has a status that does not follow on the one before; use its verbs: send()");
    }

    @Test
    void aQuoteIsAcceptedWhileItHolds() {
        Stage stage = new Stage(newStore());
        Quote quote = quote(stage);
        quote.setValidUntil(NOW);
        Quote sent = stage.session.save(quote.send());
        assertThatThrownBy(() -> sent.accept(NOW.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is expired and can not be accepted");
        assertThat(stage.session.save(sent.accept(NOW)).getStatus()).isEqualTo(QuoteStatus.ACCEPTED);
        Quote expired = quote(stage).send();
        expired.setExpired(true);
        Quote kept = stage.session.save(expired);
        kept.setStatus(QuoteStatus.ACCEPTED);
        assertThatThrownBy(() -> stage.session.save(kept))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is accepted although it is expired");
    }

    @Test
    void aClosedQuoteIsReopenedAsANewOne() {
        Stage stage = new Stage(newStore());
        Quote expired = stage.session.save(quote(stage).send().expire());
        Quote again = stage.session.save(expired.asNewDraft());
        assertThat(again).isNotEqualTo(expired);
        assertThat(again.getStatus()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(again.isExpired()).isFalse();
        assertThat(again.getItems()).isEqualTo(expired.getItems());
        assertThat(again.getQid()).isEqualTo(again.getId().toString());
    }

    @Test
    void aRequestThatIsTakenOutAgainIsWhatItWas() {
        Stage stage = new Stage(newStore());
        QuoteRequest cancelled = stage.session.save(request().cancel("too dear").discard());
        assertThat(cancelled.getCancellationReason()).isEqualTo("too dear");
        assertThat(cancelled.undelete().getStatus()).isEqualTo(RequestStatus.CANCELLED_BY_CUSTOMER);
        QuoteRequest waiting = stage.session.save(request().requestMoreInformation());
        waiting.setStatus(RequestStatus.DELETED);
        QuoteRequest deleted = stage.session.save(waiting);
        assertThat(deleted.getStatusBeforeDeletion()).isEqualTo(RequestStatus.MORE_INFO_REQUESTED);
        assertThat(stage.session.save(deleted.undelete()).getStatus()).isEqualTo(RequestStatus.MORE_INFO_REQUESTED);
        QuoteRequest declined = request().decline().discard().undelete();
        assertThat(declined.getStatus()).isEqualTo(RequestStatus.OPEN);
        assertThat(declined.getCustomerStatus()).isEqualTo(RequestCustomerStatus.SUBMITTED);
    }
}
