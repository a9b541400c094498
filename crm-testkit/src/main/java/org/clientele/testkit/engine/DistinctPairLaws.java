package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.VIEW;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.door.Door;
import org.clientele.merge.DistinctPair;
import org.clientele.merge.DistinctPairs;
import org.clientele.merge.Dropped;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That what was marked as not the same stays so: through deletions and merges, once each, told to whom it may be. */
public abstract class DistinctPairLaws {

    private static final int MERGED = 5;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** An administrator and a seller before a few accounts. */
    private record Stage(Crm crm, Session session, Session seller) {

        static Stage on(RecordStore store) {
            Crm crm = Crm.open(
                    store,
                    config -> config.entity(Partner.TYPE, Visit.TYPE)
                            .access(RolePolicy.of(
                                    Role.administrator("administrator"),
                                    Role.named("merger")
                                            .allow(Capability.MERGE)
                                            .grant(Account.TYPE, USER, VIEW, CREATE))));
            Organization acme = crm.asSystem().save(new Organization("Acme"));
            return new Stage(
                    crm, crm.as(user(crm, "olga", "administrator", acme)), crm.as(user(crm, "ivan", "merger", acme)));
        }

        private static User user(Crm crm, String name, String role, Organization acme) {
            return crm.asSystem().save(new User(name, name + "@acme.example", name, "Example", acme).addRole(role));
        }

        Account account(String name) {
            return session.save(new Account(name));
        }

        /** The identities of each pair. */
        List<Set<UUID>> pairs() {
            return session.distinctPairs(Account.TYPE).stream()
                    .map(DistinctPairLaws::ids)
                    .toList();
        }

        MergePlan<Account> merge(Account master, Account... absorbed) {
            MergePlan<Account> plan = session.planMerge(
                    Account.TYPE, choices -> choices.master(master).absorb(absorbed));
            session.apply(plan).orThrow();
            return plan;
        }
    }

    private static Set<UUID> ids(DistinctPair pair) {
        AnyRef one = pair.getOne();
        AnyRef other = pair.getOther();
        assertThat(one).isNotNull().isLessThan(other);
        return one == null || other == null ? Set.of() : Set.of(one.id(), other.id());
    }

    private static Set<UUID> ids(CrmRecord one, CrmRecord other) {
        return Set.of(one.getId(), other.getId());
    }

    @Test
    void aPairHasNoDirectionAndIsThereOnce() {
        Stage stage = Stage.on(newStore());
        Account one = stage.account("Acuserv");
        Account other = stage.account("Acuserv Ltd");
        stage.session.markDistinct(other, one);
        stage.session.markDistinct(one, other);
        assertThat(stage.pairs()).containsExactly(ids(one, other));
        assertThat(stage.session.history(one)).hasSize(1);
        stage.session.unmarkDistinct(one, other);
        stage.session.unmarkDistinct(one, other);
        assertThat(stage.pairs()).isEmpty();
    }

    @Test
    void aPairIsOfTwoRecordsOfOneType() {
        Stage stage = Stage.on(newStore());
        Account one = stage.account("Acuserv");
        CrmRecord visit = stage.session.save(new Visit("Lunch"));
        assertThatThrownBy(() -> stage.session.markDistinct(one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two records of one type");
        assertThatThrownBy(() -> stage.session.<CrmRecord>markDistinct(one, visit))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stage.session.markDistinct(one, new Account("never saved")))
                .isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void aHostsRecordsArePairedLikeOurs() {
        Stage stage = Stage.on(newStore());
        Visit one = stage.session.save(new Visit("Lunch"));
        Visit other = stage.session.save(new Visit("Lunch"));
        stage.session.markDistinct(one, other);
        assertThat(stage.session.distinctPairs(Visit.TYPE))
                .extracting(DistinctPairLaws::ids)
                .containsExactly(ids(one, other));
        assertThat(stage.pairs()).isEmpty();
        stage.session.delete(other);
        assertThat(stage.session.distinctPairs(Visit.TYPE)).isEmpty();
    }

    @Test
    void whoMayNotMergeOrSeeBothMarksNothing() {
        Stage stage = Stage.on(newStore());
        Account one = stage.seller.save(new Account("Acuserv"));
        Account other = stage.seller.save(new Account("Acuserv Ltd"));
        Account hidden = stage.account("Acuserv Inc");
        stage.seller.markDistinct(one, other);
        assertThatThrownBy(() -> stage.seller.markDistinct(one, hidden)).isInstanceOf(RecordNotFoundException.class);
        assertThatThrownBy(() -> stage.seller.unmarkDistinct(hidden, one)).isInstanceOf(RecordNotFoundException.class);
        stage.session.markDistinct(one, hidden);
        assertThat(stage.pairs()).containsExactly(ids(one, other), ids(one, hidden));
        assertThat(stage.seller.distinctPairs(Account.TYPE))
                .extracting(DistinctPairLaws::ids)
                .containsExactly(ids(one, other));
        Session nobody = stage.crm.as(stage.crm
                .asSystem()
                .save(new User(
                        "eve",
                        "eve@acme.example",
                        "Eve",
                        "Example",
                        stage.crm.asSystem().select(Organization.TYPE).first().orElseThrow())));
        assertThatThrownBy(() -> nobody.markDistinct(one, other)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> nobody.unmarkDistinct(one, other)).isInstanceOf(AccessDeniedException.class);
        assertThat(nobody.distinctPairs(Account.TYPE)).isEmpty();
    }

    @Test
    void theCrmAloneWritesPairs() {
        Stage stage = Stage.on(newStore());
        Account one = stage.account("Acuserv");
        Account other = stage.account("Acuserv Ltd");
        stage.session.markDistinct(one, other);
        DistinctPair pair = stage.session.distinctPairs(Account.TYPE).get(0);
        assertThatThrownBy(() -> stage.session.delete(pair)).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> stage.crm.asSystem().delete(pair)).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void whatFollowsOfItselfMarksInItsOwnTransaction() {
        Stage stage = Stage.on(newStore());
        Account one = stage.account("Acuserv");
        Account other = stage.account("Acuserv Ltd");
        stage.session.inTransaction("take back", transaction -> {
            new DistinctPairs((Door) transaction).mark(Account.TYPE, other.getId(), one.getId());
            return one;
        });
        assertThat(stage.pairs()).containsExactly(ids(one, other));
    }

    @Test
    void twoThatBecomeOneAreNoPairAndThePlanSaysSo() {
        Stage stage = Stage.on(newStore());
        Account one = stage.account("Acuserv");
        Account other = stage.account("Acuserv Ltd");
        stage.session.markDistinct(one, other);
        MergePlan<Account> plan = stage.merge(other, one);
        assertThat(plan.dropped()).extracting(Dropped::reason).anyMatch(reason -> reason.contains("become one"));
        assertThat(plan.relinks()).isEmpty();
        assertThat(stage.crm.asSystem().select(DistinctPair.TYPE).count()).isZero();
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Arbitraries.integers().between(0, MERGED - 1).list().ofSize(12);
    }

    /** Whichever are marked and whichever become one, each pair of what is left is there once, and no other. */
    @Property(tries = 8)
    void pairsMoveWithAMerge(@ForAll("numbers") List<Integer> numbers) {
        Stage stage = Stage.on(newStore());
        List<Account> accounts = List.of(
                stage.account("A"), stage.account("B"), stage.account("C"), stage.account("D"), stage.account("E"));
        Account master = accounts.get(numbers.get(0));
        Set<Account> absorbed = new HashSet<>();
        for (int number : numbers.subList(1, 3)) {
            if (!accounts.get(number).equals(master)) {
                absorbed.add(accounts.get(number));
            }
        }
        Set<Set<UUID>> expected = new HashSet<>();
        for (int i = 3; i + 1 < numbers.size(); i++) {
            Account one = accounts.get(numbers.get(i));
            Account other = accounts.get(numbers.get(i + 1));
            if (!one.equals(other)) {
                stage.session.markDistinct(one, other);
                UUID first = moved(one, absorbed, master);
                UUID second = moved(other, absorbed, master);
                if (!first.equals(second)) {
                    expected.add(Set.of(first, second));
                }
            }
        }
        if (!absorbed.isEmpty()) {
            stage.merge(master, absorbed.toArray(Account[]::new));
        }
        assertThat(stage.pairs()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(stage.pairs())).isEqualTo(expected);
        assertThat(stage.crm.asSystem().select(DistinctPair.TYPE).count()).isEqualTo(expected.size());
    }

    private static UUID moved(Account account, Set<Account> absorbed, Account master) {
        return (absorbed.contains(account) ? master : account).getId();
    }

    @Test
    void aPairMovedToAnAbsorbedOnesMasterNamesIt() {
        Stage stage = Stage.on(newStore());
        Account first = stage.account("Acuserv");
        Account middle = stage.account("Big Bear");
        Account last = stage.account("Body Toning");
        stage.session.markDistinct(first, middle);
        stage.merge(last, first);
        assertThat(stage.pairs()).containsExactly(ids(middle, last));
        assertThat(stage.session.distinctPairs(Account.TYPE))
                .extracting(DistinctPair::getOne)
                .containsExactly(new AnyRef("account", Ref.to(middle).id()));
    }
}
