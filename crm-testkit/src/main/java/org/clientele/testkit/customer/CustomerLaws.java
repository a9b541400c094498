package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.customer.AccountAssignment;
import org.clientele.customer.AccountMatching;
import org.clientele.customer.Customer;
import org.clientele.customer.MatchRule;
import org.clientele.customer.MatchRules;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.Profile.By;
import org.clientele.testkit.customer.Profile.Place;
import org.clientele.testkit.host.Branch;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The laws of customers and their accounts on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link org.clientele.testkit.access.AccessLaws}.
 */
public abstract class CustomerLaws extends MatchingExamples {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.of(Move.Kind.values()),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 11))
                .as(Move::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Profile>> profiles() {
        Arbitrary<Place> places = Combinators.combine(
                        Arbitraries.of("US", "GB"),
                        Arbitraries.of("14604", "SW1").injectNull(0.2),
                        Arbitraries.of("billing", "shipping")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2))
                .as(Place::new);
        return Combinators.combine(
                        Arbitraries.of(
                                        "acuserv.example",
                                        "ACUSERV.example",
                                        "b\u00e4r.example",
                                        "B\u00c4R.example",
                                        " ",
                                        "")
                                .injectNull(0.2),
                        Arbitraries.of("a@acuserv.example", "A@Acuserv.example", "b@acuserv.example")
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.of("11-11", "1111", "(11) 11", "11-12", "none", "1 1111")
                                .list()
                                .ofMaxSize(2),
                        places.list().ofMaxSize(2),
                        Arbitraries.of(true, false, false))
                .as(Profile::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(7);
    }

    @Property(tries = 20)
    void everyCustomerBelongsToExactlyOneAccountWhateverHappens(@ForAll("moves") List<Move> moves) {
        Stage stage = new Stage(newStore());
        Channel channel = stage.channel("Field", stage.acme);
        boolean shares = false;
        for (Move move : moves) {
            move.make(stage, channel);
            shares = move.kind() == Move.Kind.SHARE || (shares && move.kind() != Move.Kind.SEPARATE);
            checkAccounts(stage, move);
            if (shares) {
                checkTrees(stage, move);
            } else if (move.kind() == Move.Kind.SEPARATE) {
                checkApart(stage);
            }
        }
    }

    private static void checkAccounts(Stage stage, Move move) {
        for (Customer customer : stage.system.select(Customer.TYPE).list()) {
            assertThat(stage.system.find(Account.TYPE, stage.ref(customer)))
                    .as("%s after %s", customer, move)
                    .isPresent();
        }
        for (Opportunity deal : stage.system.select(Opportunity.TYPE).list()) {
            assertThat(deal.getAccount())
                    .as("deal after %s", move)
                    .isEqualTo(account(stage, deal.getCustomer(), deal.getAccount()));
        }
        for (Lead lead : stage.system.select(Lead.TYPE).list()) {
            assertThat(lead.getAccount())
                    .as("lead after %s", move)
                    .isEqualTo(account(stage, lead.getCustomer(), lead.getAccount()));
        }
    }

    private static @Nullable Ref<Account> account(
            Stage stage, @Nullable Ref<Customer> customer, @Nullable Ref<Account> free) {
        return customer == null
                ? free
                : stage.system.find(Customer.TYPE, customer).orElseThrow().getAccount();
    }

    private static void checkTrees(Stage stage, Move move) {
        for (Branch branch : stage.system.select(Branch.TYPE).list()) {
            Branch root = branch;
            for (Ref<Branch> up = root.getParent(); up != null; up = root.getParent()) {
                root = stage.system.find(Branch.TYPE, up).orElseThrow();
            }
            assertThat(branch.getAccount()).as("%s after %s", branch, move).isEqualTo(root.getAccount());
            assertThat(branch.isSharingAccount()).isEqualTo(branch.getParent() != null);
        }
    }

    private static void checkApart(Stage stage) {
        assertThat(stage.system.select(Branch.TYPE).list())
                .noneMatch(branch -> branch.isSharingAccount() || branch.getPreviousAccount() != null);
    }

    @Property(tries = 20)
    void theSameAreFoundAsANaiveReaderWould(
            @ForAll("profiles") List<Profile> profiles,
            @ForAll By first,
            @ForAll By then,
            @ForAll boolean latest,
            @ForAll @IntRange(max = 7) int alone) {
        Stage stage = new Stage(newStore());
        Channel here = stage.channel("Field", stage.acme);
        Channel fairs = stage.channel("Fairs", stage.acme);
        Channel elsewhere = stage.channel("Field", stage.beta);
        AccountMatching<BusinessCustomer> matching = AccountMatching.by(rule(first), rule(then));
        stage.use(AccountAssignment.usual().matching(BusinessCustomer.TYPE, latest ? matching.latest() : matching));
        List<BusinessCustomer> fresh = new ArrayList<>();
        for (Profile profile : profiles) {
            Channel channel = profile.elsewhere() ? elsewhere : fresh.size() % 2 == 0 ? here : fairs;
            fresh.add(stage.owned(profile.customer(channel), profile.elsewhere() ? stage.beta : stage.acme));
        }
        List<BusinessCustomer> saved = new ArrayList<>();
        fresh.stream().limit(alone).map(stage.system::save).forEach(saved::add);
        saved.addAll(stage.system.saveAll(fresh.stream().skip(alone).toList()));
        List<Ref<Account>> accounts = saved.stream().map(stage::ref).toList();
        List<Integer> groups = accounts.stream().map(accounts::indexOf).toList();
        assertThat(groups).isEqualTo(groups(profiles, List.of(first, then), latest));
    }

    private static MatchRule<BusinessCustomer> rule(By by) {
        return switch (by) {
            case WEBSITE -> MatchRules.<BusinessCustomer>same(BusinessCustomer.WEBSITE);
            case EMAIL -> MatchRules.email(BusinessCustomer.EMAILS);
            case PHONE -> MatchRules.phone(BusinessCustomer.PHONES);
            default -> MatchRules.address(BusinessCustomer.ADDRESSES, by.pairs(), Address.COUNTRY, Address.POSTAL_CODE);
        };
    }

    /** For each profile the number of the first one that it shares its account with. */
    private static List<Integer> groups(List<Profile> profiles, List<By> rules, boolean latest) {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            int found = i;
            for (By by : rules) {
                for (int j = 0; j < i && (found == i || latest); j++) {
                    if (profiles.get(i).isSame(profiles.get(j), by)) {
                        found = j;
                    }
                }
                if (found != i) {
                    break;
                }
            }
            groups.add(found == i ? i : groups.get(found));
        }
        return groups;
    }
}
