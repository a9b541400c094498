package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.exchange.cell.Codecs.by;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.exchange.job.ImportReport;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.sales.Opportunity;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.RecordStore;
import org.clientele.testkit.store.AtOnce;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That of merges, edits, imports and deletions at the same time each is done as a whole or told that it was not. */
public abstract class MergeConcurrency {

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** How often each race is run. */
    protected int rounds() {
        return 3;
    }

    private final ContestedWorld world = new ContestedWorld(newStore());
    private final Session session = world.session;

    @AfterEach
    void historyTellsWhatIsAndCountersAreRight() {
        world.checkHistoryAndCounts();
    }

    private <R extends CrmRecord> MergePlan<R> plan(EntityType<R> type, R master, List<R> absorbed) {
        return session.planMerge(type, choices -> choices.master(master).absorb(absorbed));
    }

    private MergePlan<Account> planWithNewName(Account master, Account absorbed) {
        return session.planMerge(
                Account.TYPE, choices -> choices.master(master).absorb(absorbed).take(Account.NAME, absorbed));
    }

    private List<Account> accounts(int count) {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Account account = world.account("Account " + i);
            session.save(new Opportunity("Deal of " + i, account));
            accounts.add(account);
        }
        return accounts;
    }

    /** What was refused was told by the CRM in its own words, and nothing by a merge that was not done. */
    private static void checkTold(List<Object> answers) {
        for (Object answer : answers) {
            if (answer instanceof MergeOutcome.Stale<?> stale) {
                assertThat(stale.reasons()).isNotEmpty();
            } else if (answer instanceof MergeOutcome.Rejected<?> rejected) {
                assertThat(rejected.problems()).isNotEmpty();
            } else if (answer instanceof CrmException refused) {
                assertThat(refused).isNotInstanceOf(DuplicateRecordException.class);
            }
        }
    }

    private static boolean isDone(Object answer) {
        return !(answer instanceof CrmException
                || answer instanceof MergeOutcome.Stale<?>
                || answer instanceof MergeOutcome.Rejected<?>);
    }

    /** What was saved is there, and somebody has won. */
    private void check(List<Object> answers) {
        checkTold(answers);
        assertThat(answers).as("somebody wins").anyMatch(MergeConcurrency::isDone);
        for (Object answer : answers) {
            if (answer instanceof CrmRecord saved) {
                assertThat(world.isStored(saved)).as("%s was saved", saved).isTrue();
            }
        }
        world.checkNothingIsLoose();
    }

    @Test
    void ofMergesOfTheSameRecordsOneIsDone() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            List<Account> accounts = accounts(4);
            List<Callable<Object>> merges = new ArrayList<>();
            for (Account master : accounts) {
                List<Account> others = new ArrayList<>(accounts);
                others.remove(master);
                MergePlan<Account> plan = plan(Account.TYPE, master, others);
                merges.add(() -> session.apply(plan));
            }
            List<Object> answers = AtOnce.race(merges);
            assertThat(answers)
                    .filteredOn(MergeOutcome.Applied.class::isInstance)
                    .hasSize(1);
            check(answers);
        }
    }

    @Test
    void mergesThatShareARecordAreDoneOneAfterTheOtherOrNot() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            List<Account> accounts = accounts(5);
            List<Callable<Object>> merges = new ArrayList<>();
            for (int i = 0; i < accounts.size(); i++) {
                Account absorbed = accounts.get((i + 1) % accounts.size());
                MergePlan<Account> plan = planWithNewName(accounts.get(i), absorbed);
                merges.add(() -> session.apply(plan));
            }
            List<Object> answers = AtOnce.race(merges);
            for (int i = 0; i < answers.size(); i++) {
                boolean bothDone = isDone(answers.get(i)) && isDone(answers.get((i + 1) % answers.size()));
                assertThat(bothDone).as("%s", answers).isFalse();
            }
            check(answers);
        }
    }

    @Test
    void aMergeAndEditsOfWhatItTouches() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Account master = world.account("Acuserv");
            Account absorbed = world.account("Body Toning");
            Opportunity deal = session.save(new Opportunity("Deal", absorbed));
            MergePlan<Account> plan = planWithNewName(master, absorbed);
            List<Object> answers = AtOnce.race(List.of(
                    () -> session.apply(plan),
                    () -> {
                        master.setDescription("changed");
                        return session.save(master);
                    },
                    () -> {
                        absorbed.setDescription("changed");
                        return session.save(absorbed);
                    },
                    () -> {
                        deal.setName("Changed");
                        return session.save(deal);
                    }));
            boolean isMerged = answers.get(0) instanceof MergeOutcome.Applied<?>;
            assertThat(isDone(answers.get(1)) || isDone(answers.get(2)))
                    .as("either the merge or the edits of its records: %s", answers)
                    .isNotEqualTo(isMerged);
            assertThat(session.get(Opportunity.TYPE, deal.getId()).getName())
                    .isEqualTo(isDone(answers.get(3)) ? "Changed" : "Deal");
            checkTold(answers);
            world.checkNothingIsLoose();
        }
    }

    @Test
    void aMergeOfAccountsAndWhatComesToPointToTheAbsorbed() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Account master = world.account("Acuserv");
            Account absorbed = world.account("Body Toning");
            MergePlan<Account> plan = plan(Account.TYPE, master, List.of(absorbed));
            race(() -> session.apply(plan), world.pointingTo(absorbed), round);
        }
    }

    @Test
    void aMergeOfContactsAndWhatComesToPointToTheAbsorbed() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Contact master = world.contact("Ada");
            Contact absorbed = world.contact("Bo");
            MergePlan<Contact> plan = plan(Contact.TYPE, master, List.of(absorbed));
            race(() -> session.apply(plan), world.pointingTo(absorbed), round);
        }
    }

    @Test
    void aDeletionAndWhatComesToPointToTheDeleted() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Account account = world.account("Acuserv");
            race(() -> delete(account), world.pointingTo(account), round);
            Contact contact = world.contact("Ada");
            race(() -> delete(contact), world.pointingTo(contact), round);
        }
    }

    private Object delete(CrmRecord record) {
        session.delete(record);
        return "deleted";
    }

    /** First against all of these at once, then against one of them, so that each meets it alone as well. */
    private void race(Callable<Object> going, List<Callable<Object>> pointing, int round) throws Exception {
        List<Callable<Object>> works = new ArrayList<>();
        works.add(going);
        works.addAll(round % 2 == 0 ? pointing : List.of(pointing.get(round / 2 % pointing.size())));
        check(AtOnce.race(works));
    }

    @Test
    void aMergeAndAnImportOfWhatPointsToTheAbsorbed() throws Exception {
        for (int round = 0; round < rounds(); round++) {
            Account master = world.account("Acuserv " + round);
            Account absorbed = world.account("Body Toning " + round);
            Opportunity known = session.save(new Opportunity("Known " + round, absorbed));
            MergePlan<Account> plan = plan(Account.TYPE, master, List.of(absorbed));
            List<List<String>> rows = new ArrayList<>(List.of(List.of("Name", "Account")));
            rows.add(List.of("Known " + round, "Acuserv " + round));
            for (int row = 0; row < 6; row++) {
                rows.add(List.of("Deal " + round + "." + row, "Body Toning " + round));
            }
            Callable<Object> imports = () -> session.importer(
                            Opportunity.TYPE,
                            layout -> layout.column("Name", Opportunity.NAME)
                                    .column("Account", Opportunity.ACCOUNT, by(Account.TYPE, Account.NAME))
                                    .matchOn(Opportunity.NAME)
                                    .commitEvery(2))
                    .run(Sheet.of(rows));
            List<Object> answers = AtOnce.race(List.of(() -> session.apply(plan), imports));
            ImportReport report = (ImportReport) answers.get(1);
            assertThat(report.created() + report.updated() + report.unchanged() + report.failed())
                    .isEqualTo(rows.size() - 1L);
            assertThat(session.select(Opportunity.TYPE)
                            .where(Opportunity.NAME.startsWith("Deal " + round + "."))
                            .count())
                    .isEqualTo(report.created());
            assertThat(world.isStored(known)).isTrue();
            check(answers);
        }
    }
}
