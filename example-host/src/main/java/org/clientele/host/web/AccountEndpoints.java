package org.clientele.host.web;

import java.util.List;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Page;
import org.clientele.criteria.Slice;
import org.clientele.host.account.AccountCard;
import org.clientele.host.account.AccountChange;
import org.clientele.host.account.Accounts;
import org.clientele.host.crm.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP. */
@RestController
class AccountEndpoints {

    private static final int LARGEST_PAGE = 100;

    private final Accounts accounts;

    AccountEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    /** One page of a list. */
    record Cards(List<AccountCard> accounts, int page, long pages, long total) {

        static Cards of(Page<Account> page) {
            List<AccountCard> cards =
                    page.records().stream().map(AccountCard::of).toList();
            return new Cards(cards, page.number(), page.pages(), page.total());
        }
    }

    @GetMapping("/accounts")
    Cards list(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        return Cards.of(accounts.named(caller, text, page, Math.min(size, LARGEST_PAGE)));
    }

    /** Some of a list, and the text that asks for what comes after; null at the end. */
    record Stretch(List<AccountCard> accounts, @Nullable String next) {

        static Stretch of(Slice<Account> slice) {
            List<AccountCard> cards =
                    slice.records().stream().map(AccountCard::of).toList();
            return new Stretch(cards, slice.next().orElse(null));
        }
    }

    /** The same list, for who goes through it while others write. */
    @GetMapping("/accounts/scroll")
    Stretch scroll(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int size) {
        return Stretch.of(accounts.named(caller, text, after, Math.min(size, LARGEST_PAGE)));
    }

    @GetMapping("/accounts/{id}")
    AccountCard get(Caller caller, @PathVariable UUID id) {
        return AccountCard.of(accounts.get(caller, id));
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    AccountCard create(Caller caller, @RequestBody AccountChange wanted) {
        return AccountCard.of(accounts.create(caller, wanted));
    }

    @PutMapping("/accounts/{id}")
    AccountCard update(Caller caller, @PathVariable UUID id, @RequestBody AccountChange wanted) {
        return AccountCard.of(accounts.update(caller, id, wanted));
    }
}
