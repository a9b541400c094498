package org.clientele.host.web;

import java.util.List;
import org.clientele.host.account.Accounts;
import org.clientele.host.crm.Caller;
import org.clientele.sales.AccountsByOpportunities;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP. */
@RestController
class ReportEndpoints {

    private final Accounts accounts;

    ReportEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The report's lines and their totals. */
    record Lines(List<AccountsByOpportunities.Row> rows, AccountsByOpportunities.Row totals) {}

    @GetMapping("/reports/accounts-by-opportunities")
    Lines accountsByOpportunities(Caller caller) {
        AccountsByOpportunities.Result result = accounts.byOpportunities(caller);
        return new Lines(result.rows(), result.totals());
    }
}
