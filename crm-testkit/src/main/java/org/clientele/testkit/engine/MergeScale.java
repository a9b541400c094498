package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.merge.DistinctPair;
import org.clientele.merge.MergePlan;
import org.clientele.model.EntityType;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.undo.Kept;
import org.clientele.undo.Undo;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That merges of many records, and of records with many related ones, work and are taken back. Extend it and give a store. */
@Timeout(120)
public abstract class MergeScale {

    private static final int MEMBERS = 5;
    private static final int TURNED = 10;

    private final MergeCrowd crowd = new MergeCrowd(newStore());
    private final Session session = crowd.session();

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** How many accounts are merged into one. */
    protected abstract int accounts();

    /** How many records each of five accounts has around it. */
    protected abstract int related();

    /** How many of these are edited between merge and undo. */
    protected abstract int edits();

    private Rows rows() {
        Rows rows = Rows.of(crowd.crm());
        rows.byId()
                .values()
                .removeIf(row -> crowd.crm().schema().types().stream()
                        .filter(EntityType::isHistory)
                        .anyMatch(type -> row.isA(type.name())));
        return rows;
    }

    private UUID merged(List<Account> accounts) {
        MergePlan<Account> plan = crowd.plan(accounts);
        assertThat(plan.problems()).isEmpty();
        return session.apply(plan).orThrow().receipt();
    }

    @Test
    void manyRecordsBecomeOneAndPartAgain() {
        List<Account> accounts = crowd.accounts(accounts());
        crowd.relate(accounts.get(accounts.size() - 1), 2);
        Rows before = rows();
        UUID receipt = merged(accounts);
        assertThat(session.select(Account.TYPE).list()).containsExactly(accounts.get(0));
        Undo undo = session.undo(receipt).orThrow();
        assertThat(undo.kept()).isEmpty();
        assertThat(rows().differencesFrom(before)).isEmpty();
        assertThat(session.distinctPairs(Account.TYPE))
                .hasSize(accounts() - 1)
                .extracting(DistinctPair::getOne)
                .allMatch(one ->
                        Objects.requireNonNull(one).id().equals(accounts.get(0).getId()));
        session.undo(session.undo(undo.receipt().orElseThrow()).receipt().orElseThrow())
                .orThrow();
        assertThat(rows().differencesFrom(before)).isEmpty();
        assertThat(session.distinctPairs(Account.TYPE)).hasSize(accounts() - 1);
    }

    @Test
    void allLinksLeadBackAndNoEditMadeSinceIsLost() {
        List<Account> accounts = crowd.accounts(MEMBERS);
        accounts.forEach(account -> crowd.relate(account, related() * 2 / 5));
        accounts.forEach(account -> crowd.occupy(account, 2));
        Account other = crowd.accounts(1).get(0);
        Rows before = rows();
        UUID receipt = merged(accounts);
        List<Opportunity> edited = edit();
        List<Opportunity> turned = turn(edited, other);

        Undo undo = session.undo(receipt).orThrow();

        Rows expected = before.copy();
        edited.forEach(deal -> expected.get(deal.getId()).put("name", deal.getName()));
        turned.forEach(deal -> expected.get(deal.getId()).put("account", Ref.to(other)));
        assertThat(rows().differencesFrom(expected)).isEmpty();
        List<String> kept = undo.kept().stream()
                .map(one -> one.record() + " " + one.property() + " " + one.value() + " " + one.by())
                .toList();
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(turned.stream()
                        .map(deal -> deal.getId() + " account " + other.getId() + " olga")
                        .toList());
        assertThat(undo.kept()).extracting(Kept::reason).containsOnly("was changed since");
    }

    /** Gives other names to deals of all former accounts. */
    private List<Opportunity> edit() {
        List<Opportunity> all = session.select(Opportunity.TYPE).list();
        List<Opportunity> edited = new ArrayList<>();
        for (int i = 0; i < edits(); i++) {
            Opportunity deal = all.get(i * all.size() / edits());
            deal.setName("Renamed " + i);
            edited.add(deal);
        }
        return session.saveAll(edited);
    }

    /** Turns the links of some of the last account, edited and not, to an account that had no part in the merge. */
    private List<Opportunity> turn(List<Opportunity> edited, Account other) {
        List<Opportunity> unedited =
                new ArrayList<>(session.select(Opportunity.TYPE).list());
        unedited.removeAll(edited);
        List<Opportunity> turning = new ArrayList<>();
        for (List<Opportunity> some : List.of(edited, unedited)) {
            turning.addAll(some.subList(some.size() - TURNED / 2, some.size()));
        }
        turning.forEach(deal -> deal.setAccount(Ref.to(other)));
        return session.saveAll(turning);
    }
}
