package org.clientele.host.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.clientele.host.crm.Caller;
import org.clientele.host.subscription.Subscription;
import org.clientele.host.subscription.Subscriptions;
import org.clientele.host.subscription.Terms;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The host's subscriptions over HTTP. */
@RestController
class SubscriptionEndpoints {

    private final Subscriptions subscriptions;

    SubscriptionEndpoints(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** A subscription as it is shown. */
    record Card(UUID id, UUID account, String plan, BigDecimal monthlyFee) {

        static Card of(Subscription subscription) {
            Terms terms = subscription.terms();
            return new Card(subscription.getId(), subscription.account().id(), terms.plan(), terms.monthlyFee());
        }
    }

    /** Somebody new, and what is subscribed to. */
    record SignUp(String name, Terms terms) {}

    @GetMapping("/accounts/{id}/subscriptions")
    List<Card> of(Caller caller, @PathVariable UUID id) {
        return subscriptions.of(caller, id).stream().map(Card::of).toList();
    }

    @PostMapping("/accounts/{id}/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    Card subscribe(Caller caller, @PathVariable UUID id, @RequestBody Terms terms) {
        return Card.of(subscriptions.subscribe(caller, id, terms));
    }

    @PostMapping("/sign-ups")
    @ResponseStatus(HttpStatus.CREATED)
    Card signUp(Caller caller, @RequestBody SignUp wanted) {
        return Card.of(subscriptions.signUp(caller, wanted.name(), wanted.terms()));
    }
}
