package org.clientele.testkit.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.clientele.account.Account;
import org.clientele.customer.LifetimeHistory;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.junit.jupiter.api.Test;

/** What merges come to where one row of a table does not say it. */
abstract class MergeExamples extends MergeRights {

    private MergeCast cast(String... steps) {
        MergeCast cast = new MergeCast(newStore(), config -> {});
        Stream.of(steps).forEach(cast::make);
        return cast;
    }

    private static void merge(MergeCast cast, String master, String... absorbed) {
        cast.session
                .apply(cast.session.planMerge(
                        Account.TYPE,
                        choices -> choices.master(cast.get(Account.TYPE, master))
                                .absorb(Stream.of(absorbed)
                                        .map(name -> cast.get(Account.TYPE, name))
                                        .toList())))
                .orThrow();
    }

    /** A message to two accounts, of which one only knows its sender, and which therefore was in contact with that one only. */
    private MergeCast aMessageToTwo() {
        return cast(
                "contact ada",
                "ada.emails=ada@a.example*",
                "account A B C",
                "C.contacts=ada",
                "email prices ada@a.example C B");
    }

    @Test
    void whichOfTwoLinksStaysIsNoMatterOfWhatIsMergedFirst() {
        MergeCast atOnce = aMessageToTwo();
        merge(atOnce, "A", "B", "C");
        assertOneLinkWithoutContact(atOnce);
        MergeCast oneByOne = aMessageToTwo();
        merge(oneByOne, "A", "B");
        merge(oneByOne, "A", "C");
        assertOneLinkWithoutContact(oneByOne);
        MergeCast othersFirst = aMessageToTwo();
        merge(othersFirst, "B", "C");
        merge(othersFirst, "A", "B");
        assertOneLinkWithoutContact(othersFirst);
    }

    private static void assertOneLinkWithoutContact(MergeCast cast) {
        assertThat(cast.shown("email at A")).isEqualTo("1");
        assertThat(cast.shown("A.timesContacted")).isEqualTo("0");
    }

    @Test
    void theHistoryOfLifetimeValuesIsThatOfAllMembers() {
        MergeCast cast = cast("account A B C", "won D A 100", "won E B 50", "won F C 0.5");
        merge(cast, "A", "B", "C");
        Account master = cast.get(Account.TYPE, "A");
        assertThat(master.getDirectLifetime()).isEqualByComparingTo("150.5");
        assertThat(cast.session.run(LifetimeHistory.of(master)).total()).isEqualByComparingTo(new BigDecimal("150.5"));
    }

    @Test
    void aRefusedMergeIsNoSuccessAndLeavesEverything() {
        MergeCast cast = cast("account A B", "B.description=kept");
        MergePlan<Account> plan = cast.crm
                .as(cast.ivan)
                .planMerge(
                        Account.TYPE,
                        choices -> choices.master(cast.get(Account.TYPE, "A")).absorb(cast.get(Account.TYPE, "B")));
        MergeOutcome<Account> outcome = cast.crm.as(cast.ivan).apply(plan);
        assertThat(outcome).isInstanceOf(MergeOutcome.Rejected.class);
        assertThat(plan.problems()).hasSize(3);
        assertThat(cast.shown("count account")).isEqualTo("2");
        assertThat(cast.shown("B.description")).isEqualTo("kept");
    }

    @Test
    void moreThanFiveRecordsAreMergedAtOnce() {
        MergeCast cast = cast("account A B C D E F G H", "deal D1 H");
        merge(cast, "A", "B", "C", "D", "E", "F", "G", "H");
        assertThat(cast.shown("count account")).isEqualTo("1");
        assertThat(cast.shown("D1.account")).isEqualTo("A");
    }
}
