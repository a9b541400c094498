package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.clientele.account.Account;
import org.clientele.journal.JournalEntry;
import org.clientele.jpa.database.Database;
import org.clientele.merge.MergePlan;
import org.clientele.testkit.engine.MergeCrowd;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** How many statements the merge of accounts and its undo take: no more for accounts with many related records. */
class MergeStatementsTest {

    private static final int FEW = 3;
    private static final int MANY = 60;
    /** An entry tells of a thousand records; opportunities and visits take one more then. */
    private static final int OVER_AN_ENTRY = 1002;

    private static final long TYPES_OVER_AN_ENTRY = 2;
    /** What is read and written for each. */
    private static final long MOST_BY_ENTRY = 10;

    private final Database database = Database.shared();
    private final MergeCrowd crowd = new MergeCrowd(database.emptyStore());
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    /** What it took to plan a merge, to apply it, to take it back, and how many entries of the journal told of it. */
    private record Taken(long plan, long apply, long undo, long entries) {}

    /** What something gave, and how many statements it took. */
    private record Counted<T>(T value, long statements) {}

    private <T> Counted<T> counted(Supplier<T> work) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            T value = work.get();
            return new Counted<>(value, statistics.getPrepareStatementCount() - before);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private Taken taken(int related) {
        List<Account> accounts = crowd.accounts(3);
        accounts.forEach(account -> {
            crowd.relate(account, related);
            crowd.occupy(account, related);
        });
        return taken(accounts, related);
    }

    private Taken taken(List<Account> accounts, int related) {
        Counted<MergePlan<Account>> plan = counted(() -> crowd.plan(accounts));
        assertThat(plan.value().relinks())
                .filteredOn(relink -> !relink.type().equals("lead"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(relink -> relink.count() == (accounts.size() - 1) * related);
        long before = entries();
        Counted<UUID> apply =
                counted(() -> crowd.session().apply(plan.value()).orThrow().receipt());
        long entries = entries() - before;
        long undo = counted(() -> crowd.session().undo(apply.value()).orThrow()).statements();
        return new Taken(plan.statements(), apply.statements(), undo, entries);
    }

    private long entries() {
        return crowd.crm().asSystem().select(JournalEntry.TYPE).count();
    }

    @Test
    void accountsWithManyRelatedRecordsTakeNoMoreStatementsThanThoseWithFew() {
        Taken few = taken(FEW);
        assertThat(taken(MANY)).isEqualTo(few);
        assertThat(few.plan()).isLessThanOrEqualTo(few.apply());
    }

    @Test
    void statementsOfAnUndoGrowWithTheEntriesOfTheJournal() {
        Taken few = taken(related(FEW), FEW);
        Taken many = taken(related(OVER_AN_ENTRY), OVER_AN_ENTRY);
        assertThat(many.entries()).isEqualTo(few.entries() + TYPES_OVER_AN_ENTRY);
        assertThat(many.undo() - few.undo()).isBetween(0L, MOST_BY_ENTRY * TYPES_OVER_AN_ENTRY);
    }

    private List<Account> related(int related) {
        List<Account> accounts = crowd.accounts(2);
        crowd.relate(accounts.get(1), related);
        return accounts;
    }
}
