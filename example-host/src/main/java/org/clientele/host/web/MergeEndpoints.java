package org.clientele.host.web;

import java.util.List;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.host.account.AccountCard;
import org.clientele.host.account.Merges;
import org.clientele.host.crm.Caller;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Merges over HTTP: what a first request plans, and a person has looked at, a second one applies. */
@RestController
class MergeEndpoints {

    private final Merges merges;

    MergeEndpoints(Merges merges) {
        this.merges = merges;
    }

    /** Which accounts are one. */
    record Wish(UUID master, List<UUID> absorbed) {}

    /** A plan to look at, its problems, and the text by which it is applied. */
    record Preview(List<String> page, List<String> problems, String plan) {

        static Preview of(MergePlan<Account> plan) {
            return new Preview(plan.toString().lines().toList(), plan.problems(), plan.toText());
        }
    }

    /** A plan that is to be applied. */
    record Chosen(String plan) {}

    /** What a merge has made, and the change set by which it can be taken back. */
    record Merged(UUID receipt, AccountCard account) {

        static Merged of(MergeOutcome.Applied<Account> applied) {
            return new Merged(applied.receipt(), AccountCard.of(applied.master()));
        }
    }

    @PostMapping("/merges/plan")
    Preview plan(Caller caller, @RequestBody Wish wish) {
        return Preview.of(merges.plan(caller, wish.master(), wish.absorbed()));
    }

    @PostMapping("/merges")
    Merged apply(Caller caller, @RequestBody Chosen chosen) {
        return Merged.of(merges.apply(caller, chosen.plan()));
    }
}
