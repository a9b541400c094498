package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.customer.AccountAssignment;
import org.clientele.customer.AccountMatching;
import org.clientele.customer.AccountRegrouping;
import org.clientele.customer.AccountStrategy;
import org.clientele.customer.Customer;
import org.clientele.customer.MatchRules;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Branch;
import org.clientele.testkit.host.Shopper;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** How customers come to their accounts, and what moves with them. */
abstract class MatchingExamples extends ChannelExamples {

    private static Shopper ada(Channel channel) {
        return new Shopper("Ada", "Lovelace", "ada@example.org", channel);
    }

    @Test
    void customersThatAreSavedTogetherMatchEachOther() {
        Stage stage = new Stage(newStore());
        Channel shop = stage.channel("Shop", stage.acme);
        List<Shopper> both =
                stage.system.saveAll(List.of(stage.owned(ada(shop), stage.acme), stage.owned(ada(shop), stage.acme)));
        assertThat(both.get(1).getAccount()).isEqualTo(both.get(0).getAccount());
        assertThat(stage.system.select(Account.TYPE).count()).isEqualTo(1);
    }

    @Test
    void anAccountThatIsGivenIsKept() {
        Stage stage = new Stage(newStore());
        Channel shop = stage.channel("Shop", stage.acme);
        stage.saved(ada(shop));
        Account other = stage.saved(new Account("Countess"));
        Shopper given = ada(shop);
        given.assignTo(other);
        assertThat(stage.saved(given).getAccount()).isEqualTo(Ref.to(other));
    }

    @Test
    void aStoredCustomerSavedWithoutAnAccountKeepsIts() {
        Stage stage = new Stage(newStore());
        BusinessCustomer acuserv = stage.saved(company("Acuserv", stage.channel("Field", stage.acme)));
        Ref<Account> account = stage.ref(acuserv);
        acuserv.setAccount(null);
        assertThat(stage.system.save(acuserv).getAccount()).isEqualTo(account);
    }

    @Test
    void ofSeveralTheFirstOrTheLatestIsTaken() {
        Stage stage = new Stage(newStore());
        Channel shop = stage.channel("Shop", stage.acme);
        stage.use(AccountAssignment.usual().matching(Shopper.TYPE, AccountMatching.none()));
        Shopper first = stage.saved(ada(shop));
        Shopper latest = stage.saved(ada(shop));
        assertThat(stage.ref(first)).isNotEqualTo(stage.ref(latest));
        AccountMatching<Shopper> byEmail = AccountMatching.by(MatchRules.same(Shopper.EMAIL));
        stage.use(AccountAssignment.usual().matching(Shopper.TYPE, byEmail));
        assertThat(stage.saved(ada(shop)).getAccount()).isEqualTo(stage.ref(first));
        stage.use(AccountAssignment.usual().matching(Customer.TYPE, AccountMatching.none()));
        Shopper last = stage.saved(ada(shop));
        stage.use(AccountAssignment.usual().matching(Shopper.TYPE, byEmail.latest()));
        assertThat(stage.saved(ada(shop)).getAccount()).isEqualTo(stage.ref(last));
    }

    @Test
    void rulesAreAskedInTheirOrderAndMayBeJoined() {
        Stage stage = new Stage(newStore());
        Channel field = stage.channel("Field", stage.acme);
        stage.use(AccountAssignment.usual()
                .matching(
                        BusinessCustomer.TYPE,
                        AccountMatching.by(
                                MatchRules.<BusinessCustomer>same(Customer.NAME)
                                        .and(MatchRules.<BusinessCustomer>same(BusinessCustomer.WEBSITE)),
                                MatchRules.<BusinessCustomer>same(BusinessCustomer.TICKER_SYMBOL))));
        BusinessCustomer acuserv = company("Acuserv", field);
        acuserv.setWebsite("acuserv.example");
        BusinessCustomer listed = company("Big Bear Stores", field);
        listed.setTickerSymbol("BBS");
        BusinessCustomer arriving = company("ACUSERV", field);
        arriving.setWebsite("acuserv.example");
        arriving.setTickerSymbol("bbs");
        BusinessCustomer other = company("Acuserv", field);
        other.setTickerSymbol("bbs");
        stage.saved(listed);
        stage.saved(acuserv);
        assertThat(stage.saved(arriving).getAccount()).isEqualTo(stage.ref(acuserv));
        assertThat(stage.saved(other).getAccount()).isEqualTo(stage.ref(listed));
    }

    @Test
    void aRuleComparesSomethingAndNoListAsOneValue() {
        assertThatThrownBy(MatchRules::<Shopper>same).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MatchRules.<BusinessCustomer>same(BusinessCustomer.EMAILS))
                .hasMessage("emails holds several values and is not compared as one; use MatchRules.email, phone or"
                        + " address, or a rule of your own");
    }

    /** Matching looks at all customers; who may not see the other one sees a reference and nothing behind it. */
    @Test
    void aHiddenCustomerIsMatchedAndNotShown() {
        Stage stage = new Stage(
                newStore(),
                Role.named("olga")
                        .grant(Shopper.TYPE, USER, VIEW, CREATE)
                        .grant(Account.TYPE, USER, VIEW)
                        .grant(Channel.TYPE, ORGANIZATION, VIEW));
        Channel shop = stage.channel("Shop", stage.acme);
        Shopper hidden = stage.saved(ada(shop));
        Session olga = stage.crm.as(stage.user("olga"));
        Shopper own = olga.save(ada(shop));
        Ref<Account> account = stage.ref(hidden);
        assertThat(own.getAccount()).isEqualTo(account);
        assertThat(olga.find(Account.TYPE, account)).isEmpty();
        assertThat(olga.select(Account.TYPE).list()).isEmpty();
        assertThat(olga.select(Shopper.TYPE).list()).containsExactly(own);
        assertThat(olga.select(Shopper.TYPE)
                        .where(Customer.ACCOUNT.matches(Account.NAME.startsWith("A")))
                        .list())
                .isEmpty();
        assertThat(olga.history(own))
                .hasSize(1)
                .first()
                .satisfies(set -> assertThat(set.changes()).hasSize(1));
        stage.use(AccountAssignment.usual().matching(Shopper.TYPE, AccountMatching.none()));
        assertThatThrownBy(() -> olga.save(ada(shop)))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("CREATE account");
    }

    @Test
    void whatStandsUnderTheAccountByTheCustomerMovesWithIt() {
        Stage stage = new Stage(newStore());
        Channel field = stage.channel("Field", stage.acme);
        BusinessCustomer acuserv = stage.saved(company("Acuserv", field));
        Opportunity deal = stage.saved(new Opportunity("Analytical engine", acuserv));
        Lead lead = new Lead("Oro Inc.");
        lead.setCustomer(Ref.to(acuserv));
        lead = stage.saved(lead);
        assertThat(lead.getAccount()).isEqualTo(acuserv.getAccount());
        Account other = stage.saved(new Account("Big Bear Stores"));
        Customer moved = stage.system.save(acuserv.assignTo(other));
        assertThat(moved.getAccount()).isEqualTo(Ref.to(other));
        assertThat(stage.system.get(Opportunity.TYPE, deal.getId()).getAccount())
                .isEqualTo(Ref.to(other));
        assertThat(stage.system.get(Lead.TYPE, lead.getId()).getAccount()).isEqualTo(Ref.to(other));
        assertThat(stage.system.history(deal).get(0).id())
                .isEqualTo(stage.system.history(moved).get(0).id());
    }

    @Test
    void aTreeFollowsItsRootAndABranchThatLeavesHasItsOwnAccountAgain() {
        Stage stage = new Stage(newStore());
        Channel storefront = stage.channel("Storefront", stage.acme);
        stage.use(true);
        Branch root = stage.saved(new Branch("A", null, storefront));
        Branch east = stage.saved(new Branch("East", root, storefront));
        Branch far = stage.saved(new Branch("Far east", east, storefront));
        Branch loner = stage.saved(new Branch("West", null, storefront));
        Opportunity deal = stage.saved(new Opportunity("Analytical engine", far));
        Account other = stage.saved(new Account("Acuserv"));
        stage.system.save(root.assignTo(other));
        assertThat(List.of(stage.ref(root), stage.ref(east), stage.ref(far))).containsOnly(Ref.to(other));
        assertThat(stage.system.get(Opportunity.TYPE, deal.getId()).getAccount())
                .isEqualTo(Ref.to(other));
        Branch stray = stage.system.get(Branch.TYPE, far.getId());
        assertThat(stage.system.save(stray.assignTo(stage.account(loner))).getAccount())
                .isEqualTo(Ref.to(other));
        Ref<Account> lone = stage.ref(loner);
        loner.setParent(Ref.to(east));
        Branch joined = stage.system.save(loner);
        assertThat(joined.getAccount()).isEqualTo(Ref.to(other));
        assertThat(joined.getPreviousAccount()).isEqualTo(lone);
        joined.setParent(null);
        assertThat(stage.system.save(joined).getAccount()).isEqualTo(lone);
        stage.system.delete(stage.system.get(Branch.TYPE, root.getId()));
        assertThat(stage.ref(east)).isEqualTo(Ref.to(other));
    }

    @Test
    void theCompaniesOfAStorefrontShareTheAccountOfTheirRoot() {
        Stage stage = new Stage(newStore());
        Channel commerce = new Channel("", ChannelType.COMMERCE);
        commerce.setOrganization(Ref.to(stage.acme));
        Channel storefront = stage.system.save(commerce);
        assertThat(storefront.getName()).isEqualTo("Commerce channel");
        CommerceCustomer company = stage.saved(new CommerceCustomer("A", storefront));
        CommerceCustomer division = new CommerceCustomer("East", storefront);
        division.setParent(Ref.to(company));
        CommerceCustomer east = stage.saved(division);
        assertThat(stage.accountName(east)).isEqualTo("East");
        stage.use(AccountAssignment.usual()
                .strategy(CommerceCustomer.TYPE, AccountStrategy.root(CommerceCustomer.PARENT)));
        assertThat(new AccountRegrouping(stage.system).apply(CommerceCustomer.TYPE))
                .isEqualTo(1);
        assertThat(stage.accountName(east)).isEqualTo("A");
    }

    @Test
    void aTreeThatIsSavedAtOnceSharesTheAccountOfItsRootInWhateverOrder() {
        for (List<Integer> order : List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0))) {
            Stage stage = new Stage(newStore());
            Channel storefront = stage.channel("Storefront", stage.acme);
            stage.use(true);
            Branch root = stage.owned(new Branch("A", null, storefront), stage.acme);
            Branch east = stage.owned(new Branch("East", root, storefront), stage.acme);
            Branch boston = stage.owned(new Branch("Boston", east, storefront), stage.acme);
            List<Branch> tree = List.of(root, east, boston);
            List<Branch> saved =
                    stage.system.saveAll(order.stream().map(tree::get).toList());
            assertThat(stage.system.select(Account.TYPE).list())
                    .extracting(Account::getName)
                    .as("saved in the order %s", order)
                    .containsExactly("A");
            assertThat(saved).allMatch(branch -> branch.isSharingAccount() == (branch.getParent() != null));
            assertThat(saved.stream().map(tree::indexOf)).containsExactlyElementsOf(order);
        }
    }

    @Test
    void accountsOfATreeCanBeMerged() {
        Stage stage = new Stage(newStore());
        Channel storefront = stage.channel("Storefront", stage.acme);
        stage.use(false);
        Branch older = stage.saved(new Branch("East", null, storefront));
        Branch root = stage.saved(new Branch("A", null, storefront));
        older.setParent(Ref.to(root));
        Branch east = stage.system.save(older);
        stage.use(true);
        new AccountRegrouping(stage.system).apply(Branch.TYPE);
        Account other = stage.saved(new Account("Acuserv"));
        Account shared = stage.account(root);
        Account previous = stage.system.get(
                Account.TYPE,
                stage.system
                        .select(Account.TYPE)
                        .where(Account.NAME.is("East"))
                        .first()
                        .orElseThrow()
                        .getId());
        stage.system
                .apply(stage.system.planMerge(
                        Account.TYPE, choices -> choices.master(other).absorb(shared, previous)))
                .orThrow();
        Branch merged = stage.system.get(Branch.TYPE, east.getId());
        assertThat(List.of(stage.ref(root), stage.ref(east))).containsOnly(Ref.to(other));
        assertThat(merged.getPreviousAccount()).isEqualTo(Ref.to(other));
        assertThat(merged.isSharingAccount()).isTrue();
    }

    @Test
    void regroupingNeedsTheRightsOfAnyOtherChange() {
        Stage stage = new Stage(
                newStore(),
                Role.named("olga").grant(Branch.TYPE, ORGANIZATION, VIEW),
                Role.named("mary").grant(Branch.TYPE, ORGANIZATION, VIEW, EDIT));
        Channel storefront = stage.channel("Storefront", stage.acme);
        Branch root = stage.saved(new Branch("A", null, storefront));
        Branch east = stage.saved(new Branch("East", root, storefront));
        stage.use(true);
        Session olga = stage.crm.as(stage.user("olga"));
        assertThatThrownBy(() -> new AccountRegrouping(olga).apply(Branch.TYPE))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(stage.accountName(east)).isEqualTo("East");
        Session mary = stage.crm.as(stage.user("mary"));
        assertThat(new AccountRegrouping(mary).apply(Branch.TYPE)).isEqualTo(1);
        assertThat(stage.accountName(east)).isEqualTo("A");
    }
}
