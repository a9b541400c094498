package org.clientele.testkit.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.customer.AccountRegrouping;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.customer.CustomerCase.Stage;
import org.clientele.testkit.host.Branch;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Shopper;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens to customers and accounts.
 *
 * @param one a number to choose the record by that it happens to
 * @param other a number to choose the other record by
 */
record Move(Kind kind, int one, int other) {

    /** What happens. */
    enum Kind {
        COMPANY,
        PARTNER,
        SHOPPER,
        ROOT,
        BRANCH,
        TOGETHER,
        DEAL,
        ASSIGN,
        CLEAR,
        STAND_UNDER,
        STAND_ALONE,
        MERGE,
        DELETE_ACCOUNT,
        DELETE_CASCADING,
        DELETE_CUSTOMER,
        SHARE,
        SEPARATE
    }

    /** Does it, if there is a record for it; what the rules refuse leaves all as it was. */
    void make(Stage stage, Channel channel) {
        try {
            step(stage, channel);
        } catch (InvalidRecordException refused) {
            if (kind != Kind.DELETE_ACCOUNT) {
                throw refused;
            }
        }
    }

    private void step(Stage stage, Channel channel) {
        switch (kind) {
            case COMPANY -> stage.saved(new BusinessCustomer("Acuserv", channel));
            case PARTNER -> stage.saved(partner(channel));
            case SHOPPER -> stage.saved(shopper(channel));
            case ROOT -> stage.saved(new Branch("Big Bear Stores", null, channel));
            case BRANCH ->
                pick(stage, Branch.TYPE, one)
                        .ifPresent(parent -> stage.saved(new Branch("Body Toning", parent, channel)));
            case TOGETHER -> together(stage, channel);
            case DEAL -> pick(stage, Customer.TYPE, one).ifPresent(customer -> deal(stage, customer));
            case ASSIGN -> assign(stage);
            case CLEAR -> pick(stage, Customer.TYPE, one).ifPresent(customer -> clear(stage, customer));
            case STAND_UNDER -> standUnder(stage);
            case STAND_ALONE -> pick(stage, Branch.TYPE, one).ifPresent(branch -> stand(stage, branch, null));
            case MERGE -> merge(stage);
            case DELETE_ACCOUNT -> pick(stage, Account.TYPE, one).ifPresent(stage.system::delete);
            case DELETE_CASCADING -> pick(stage, Account.TYPE, one).ifPresent(stage.system::deleteCascading);
            case DELETE_CUSTOMER -> pick(stage, Customer.TYPE, one).ifPresent(stage.system::deleteCascading);
            case SHARE -> regroup(stage, true);
            case SEPARATE -> regroup(stage, false);
            default -> throw new IllegalStateException("no move " + kind);
        }
    }

    private static Partner partner(Channel channel) {
        Partner partner = new Partner("Acuserv", new Account("nobody's"), channel);
        partner.setAccount(null);
        return partner;
    }

    private Shopper shopper(Channel channel) {
        return new Shopper("Ada", "Lovelace", other % 3 == 0 ? null : "ada" + other % 2 + "@example.org", channel);
    }

    private void together(Stage stage, Channel channel) {
        List<Customer> some = new ArrayList<>();
        some.add(stage.owned(shopper(channel), stage.acme));
        some.add(stage.owned(shopper(channel), stage.acme));
        Branch root = stage.owned(new Branch("Big Bear Stores", null, channel), stage.acme);
        some.add(root);
        some.add(stage.owned(new Branch("Body Toning", root, channel), stage.acme));
        stage.system.saveAll(some);
    }

    private static void deal(Stage stage, Customer customer) {
        stage.saved(new Opportunity("Analytical engine", customer));
        Lead lead = new Lead("Oro Inc.");
        lead.setCustomer(Ref.to(customer));
        stage.saved(lead);
    }

    private void assign(Stage stage) {
        pick(stage, Customer.TYPE, one)
                .ifPresent(customer -> pick(stage, Account.TYPE, other)
                        .ifPresent(account -> stage.system.save(customer.assignTo(account))));
    }

    private static void clear(Stage stage, Customer customer) {
        customer.setAccount(null);
        stage.system.save(customer);
    }

    /** Under one that is older, so that no circle can be. */
    private void standUnder(Stage stage) {
        pick(stage, Branch.TYPE, one)
                .ifPresent(branch -> pick(stage, Branch.TYPE, other)
                        .filter(parent -> parent.getId().compareTo(branch.getId()) < 0)
                        .ifPresent(parent -> stand(stage, branch, Ref.to(parent))));
    }

    private static void stand(Stage stage, Branch branch, @Nullable Ref<Branch> parent) {
        branch.setParent(parent);
        stage.system.save(branch);
    }

    private void merge(Stage stage) {
        Account master = pick(stage, Account.TYPE, one).orElse(null);
        Account absorbed = pick(stage, Account.TYPE, other).orElse(null);
        if (master != null && absorbed != null && !master.equals(absorbed)) {
            stage.system
                    .apply(stage.system.planMerge(
                            Account.TYPE, choices -> choices.master(master).absorb(absorbed)))
                    .orThrow();
        }
    }

    private static void regroup(Stage stage, boolean root) {
        stage.use(root);
        new AccountRegrouping(stage.system).apply(Customer.TYPE);
    }

    private static <R extends CrmRecord> Optional<R> pick(Stage stage, EntityType<R> type, int number) {
        List<R> all = stage.system.select(type).list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }
}
