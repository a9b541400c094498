package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.exchange.cell.Codecs.by;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.AccessLevel;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.Order;
import org.clientele.commerce.Quote;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.work.OnMatch;
import org.clientele.magento.Cart;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.Traits;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;

/**
 * The laws of import and export, over small generated worlds and sheets of good and bad rows, in a format that is none.
 * Extend it and give a store; each try opens a CRM of its own on an empty one.
 */
public abstract class ExchangeLaws extends HiddenReferenceLaws {

    private static final int TRIES = 12;

    @Override
    protected abstract RecordStore newStore();

    /** What a world and a sheet are made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(300);
    }

    private MergeWorld world(Dice dice, Role... further) {
        List<Role> roles = new ArrayList<>(List.of(further));
        roles.add(Role.administrator("administrator"));
        return new MergeWorld(newStore(), RolePolicy.of(roles.toArray(Role[]::new)), dice);
    }

    @Property(tries = TRIES)
    void aRehearsalReportsWhatTheImportDoesAndWritesNothing(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        Sheet sheet = VisitSheets.anySheet(dice);
        Consumer<ImportLayout<Visit>> layout = VisitSheets.anyLayout(dice);
        MergeWorld world = world(dice);
        Rows before = Rows.of(world.crm);
        ImportReport rehearsal = world.session.importer(Visit.TYPE, layout).rehearse(sheet);
        assertThat(Rows.of(world.crm)).isEqualTo(before);
        assertThat(sheet.refusedTo(VisitSheets.REFUSED).rows()).isEmpty();
        ImportReport done = world.session.importer(Visit.TYPE, layout).run(sheet);
        assertThat(VisitSheets.withoutReceipt(done)).isEqualTo(rehearsal);
    }

    @Property(tries = TRIES)
    void everyRowReadHasOneOutcome(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        Sheet sheet = VisitSheets.anySheet(dice);
        Consumer<ImportLayout<Visit>> layout = VisitSheets.anyLayout(dice);
        List<Long> told = new ArrayList<>();
        ImportReport report = world(dice)
                .session
                .importer(Visit.TYPE, all -> {
                    layout.accept(all);
                    all.onRow(outcome -> told.add(outcome.number()));
                })
                .run(sheet);
        List<Long> numbersRead = new ArrayList<>();
        for (long number = 1; number <= report.read(); number++) {
            numbersRead.add(number);
        }
        if (report.stopped().isEmpty()) {
            assertThat(told).containsExactlyInAnyOrderElementsOf(numbersRead);
        } else {
            assertThat(told).doesNotHaveDuplicates().hasSameSizeAs(numbersRead);
        }
        assertThat(report.read())
                .isEqualTo(
                        report.created() + report.updated() + report.unchanged() + report.skipped() + report.failed());
        assertThat(report.read() == sheet.rows().size() - 1)
                .isEqualTo(report.stopped().isEmpty());
    }

    @Property(tries = TRIES)
    void rowsDoneTogetherAreAsIfDoneOneAfterTheOther(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        Sheet sheet = VisitSheets.anySheet(dice);
        OnMatch onMatch = dice.pick(List.of(OnMatch.values()));
        boolean follows = dice.oneIn(2);
        List<ImportReport> reports = new ArrayList<>();
        List<List<List<String>>> visits = new ArrayList<>();
        for (int commitEvery : List.of(1, 100)) {
            MergeWorld world = world(new Dice(numbers));
            reports.add(VisitSheets.withoutReceipt(world.session
                    .importer(Visit.TYPE, layout -> {
                        layout.onMatch(onMatch).commitEvery(commitEvery);
                        if (follows) {
                            VisitSheets.visits(layout);
                        } else {
                            layout.column(Visit.SUBJECT).column(Visit.MINUTES).column(Visit.CONFIRMED);
                            layout.matchOn(Visit.SUBJECT).ignore(VisitSheets.HEADER.toArray(String[]::new));
                        }
                    })
                    .run(sheet)));
            visits.add(VisitSheets.visitsOf(world.session));
        }
        assertThat(reports.get(1)).isEqualTo(reports.get(0));
        assertThat(visits.get(1)).isEqualTo(visits.get(0));
    }

    @Property(tries = TRIES)
    void aRowThatFailsHarmsNoOther(@ForAll("dice") List<Integer> numbers) {
        Sheet sheet = VisitSheets.anySheet(new Dice(numbers));
        List<List<String>> good = new ArrayList<>(List.of(VisitSheets.HEADER));
        MergeWorld world = world(new Dice(numbers));
        world.session
                .importer(
                        Visit.TYPE,
                        layout -> VisitSheets.visits(layout).commitEvery(3).onRow(outcome -> {
                            if (!(outcome instanceof RowOutcome.Failed)) {
                                good.add(sheet.rows().get((int) outcome.number()));
                            }
                        }))
                .run(sheet);
        MergeWorld other = world(new Dice(numbers));
        ImportReport clean = other.session
                .importer(Visit.TYPE, layout -> VisitSheets.visits(layout).commitEvery(100))
                .run(Sheet.of(good));
        assertThat(clean.failures()).isEmpty();
        assertThat(VisitSheets.visitsOf(world.session)).isEqualTo(VisitSheets.visitsOf(other.session));
    }

    @Property(tries = TRIES)
    void theSameSheetAgainChangesNothing(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        Sheet sheet = VisitSheets.goodSheet(dice);
        EmptyCells emptyCells = dice.pick(List.of(EmptyCells.values()));
        MergeWorld world = world(dice);
        Consumer<ImportLayout<Visit>> layout =
                all -> VisitSheets.visits(all).emptyCells(emptyCells).commitEvery(3);
        ImportReport first = world.session.importer(Visit.TYPE, layout).run(sheet);
        assertThat(first.created()).isEqualTo(sheet.rows().size() - 1L);
        Rows before = Rows.of(world.crm);
        ImportReport again = world.session.importer(Visit.TYPE, layout).run(sheet);
        assertThat(again.unchanged()).isEqualTo(first.created());
        assertThat(again.receipt()).isEmpty();
        assertThat(Rows.of(world.crm)).isEqualTo(before);
    }

    @Property(tries = TRIES)
    void anImportThatMayChangeOnlySomeRefusesTheRowsThatWouldChangeOthers(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        Sheet first = VisitSheets.goodSheet(dice);
        world.session.importer(Visit.TYPE, VisitSheets::visits).run(first);
        Criterion<Visit> some = Visit.MINUTES.is(10);
        Map<String, Integer> minutes = new HashMap<>();
        world.session
                .select(Visit.TYPE)
                .where(some.negate()
                        .and(Visit.SUBJECT.in(
                                first.rows().stream().map(row -> row.get(0)).toList())))
                .list()
                .forEach(visit -> minutes.put(visit.getSubject(), visit.getMinutes()));
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Subject", "Minutes")));
        first.rows().stream().skip(1).forEach(row -> rows.add(List.of(row.get(0), "20")));
        rows.add(List.of("Another visit", "20"));
        ImportReport report = world.session
                .importer(
                        Visit.TYPE,
                        layout -> layout.column(Visit.SUBJECT)
                                .column(Visit.MINUTES)
                                .matchOn(Visit.SUBJECT)
                                .changeOnly(some)
                                .commitEvery(1 + dice.below(5)))
                .run(Sheet.of(rows));
        List<String> subjects = rows.stream().map(row -> row.get(0)).toList();
        for (Visit visit : world.session
                .select(Visit.TYPE)
                .where(Visit.SUBJECT.in(subjects))
                .list()) {
            assertThat(visit.getMinutes()).isEqualTo(minutes.getOrDefault(visit.getSubject(), 20));
        }
        assertThat(report.created()).isOne();
        assertThat(report.failed())
                .isEqualTo(minutes.values().stream()
                        .filter(before -> !Integer.valueOf(20).equals(before))
                        .count());
        assertThat(report.failures())
                .allSatisfy(failure -> assertThat(failure.toString()).contains("none of the records that this import"));
    }

    @Property(tries = TRIES)
    void refusedRowsAreRefusedAgainAsTheyAreAndImportOnceMended(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        Sheet sheet = VisitSheets.anySheet(dice);
        MergeWorld world = world(dice);
        ImportReport report =
                world.session.importer(Visit.TYPE, VisitSheets::visits).run(sheet);
        Sheet refused = sheet.refusedTo(VisitSheets.REFUSED);
        if (report.failed() == 0) {
            assertThat(refused.rows()).isEmpty();
            return;
        }
        assertThat(refused.rows()).hasSize((int) report.failed() + 1);
        ImportReport again =
                world.session.importer(Visit.TYPE, VisitSheets::visits).run(refused);
        assertThat(again.failures())
                .extracting(RowOutcome.Failed::problems)
                .containsExactlyElementsOf(report.failures().stream()
                        .map(RowOutcome.Failed::problems)
                        .toList());
        assertThat(refused.refusedTo(VisitSheets.REFUSED).rows()).isEqualTo(refused.rows());
        List<List<String>> mended = new ArrayList<>(List.of(refused.rows().get(0)));
        for (int i = 1; i < refused.rows().size(); i++) {
            List<String> row = refused.rows().get(i);
            RowOutcome.Failed failure = report.failures().get(i - 1);
            assertThat(row.subList(1, row.size())).isEqualTo(sheet.rows().get((int) failure.number()));
            mended.add(List.of(row.get(0), "Mended " + i, "10", "", "", "", "", ""));
        }
        assertThat(world.session
                        .importer(Visit.TYPE, VisitSheets::visits)
                        .run(Sheet.of(mended))
                        .created())
                .isEqualTo(report.failed());
    }

    @Property(tries = TRIES)
    void besideACellThatCanNotBeReadIsToldWhatIsToldOnceThatIsMended(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        List<List<String>> bad = new ArrayList<>(List.of(VisitSheets.HEADER));
        List<List<String>> mended = new ArrayList<>(List.of(VisitSheets.HEADER));
        for (int i = 0; i < 8; i++) {
            List<String> row = new ArrayList<>(List.of(
                    dice.pick(List.of("Visit " + i, "x".repeat(256))),
                    dice.pick(List.of("10", "", "ten")),
                    dice.pick(List.of("7 EUR", "seven", "123456789012345678901234567890 EUR")),
                    "",
                    dice.pick(List.of("true", "maybe")),
                    dice.pick(List.of("olga", "nobody")),
                    ""));
            mended.add(List.copyOf(row));
            row.set(3, "yesterday");
            bad.add(row);
        }
        Map<Long, Set<Problem>> told = problems(world, bad);
        Map<Long, Set<Problem>> toldOnceMended = problems(world, mended);
        assertThat(told).hasSize(8);
        told.forEach((number, problems) -> {
            assertThat(problems).anyMatch(problem -> "yesterday".equals(problem.value()));
            assertThat(problems)
                    .filteredOn(problem -> !"yesterday".equals(problem.value()))
                    .containsExactlyInAnyOrderElementsOf(toldOnceMended.getOrDefault(number, Set.of()));
        });
    }

    private static Map<Long, Set<Problem>> problems(MergeWorld world, List<List<String>> rows) {
        Map<Long, Set<Problem>> problems = new HashMap<>();
        world.session
                .importer(Visit.TYPE, VisitSheets::visits)
                .rehearse(Sheet.of(rows))
                .failures()
                .forEach(failure -> problems.put(failure.number(), Set.copyOf(failure.problems())));
        return problems;
    }

    @Property(tries = TRIES)
    void whatIsExportedImportsUnchanged(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(new Dice(numbers));
        Rows before = Rows.of(world.crm);
        for (EntityType<?> type : List.of(
                Account.TYPE,
                Contact.TYPE,
                Partner.TYPE,
                Visit.TYPE,
                Opportunity.TYPE,
                User.TYPE,
                WebCustomer.TYPE,
                Cart.TYPE,
                WebOrder.TYPE,
                CommerceCustomer.TYPE,
                Quote.TYPE,
                Order.TYPE)) {
            for (EmptyCells emptyCells : EmptyCells.values()) {
                ImportReport report = roundTrip(world, type, emptyCells);
                assertThat(report.unchanged())
                        .as("%s: %s", type, report.failures())
                        .isEqualTo(report.read());
                assertThat(report.receipt()).isEmpty();
            }
        }
        assertThat(Rows.of(world.crm)).isEqualTo(before);
    }

    private static <R extends CrmRecord> ImportReport roundTrip(
            MergeWorld world, EntityType<R> type, EmptyCells emptyCells) {
        Sheet sheet = new Sheet();
        Session session = world.session;
        session.exporter(session.select(type), columns -> all(world, type, columns))
                .write(sheet);
        return session.importer(type, layout -> {
                    layout.matchOnId("Id").emptyCells(emptyCells).onMatch(OnMatch.UPDATE);
                    world.crm.schema().properties(type).stream()
                            .filter(property -> !property.has(Traits.Calculated.class))
                            .forEach(layout::column);
                })
                .run(sheet);
    }

    private static <R extends CrmRecord> void all(MergeWorld world, EntityType<R> type, ExportLayout<R> columns) {
        columns.id("Id");
        world.crm.schema().properties(type).stream()
                .filter(property -> !property.has(Traits.Calculated.class))
                .forEach(columns::column);
    }

    @Property(tries = TRIES)
    void referencesAreWrittenSoThatTheyAreFoundAgain(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(new Dice(numbers));
        Session session = world.session;
        Sheet sheet = new Sheet();
        session.exporter(
                        session.select(Account.TYPE),
                        columns -> columns.id("Id")
                                .column("Referred by", Account.REFERRED_BY, by(Account.TYPE, Account.NAME)))
                .write(sheet);
        ImportReport report = session.importer(
                        Account.TYPE,
                        layout -> layout.matchOnId("Id")
                                .column("Referred by", Account.REFERRED_BY, by(Account.TYPE, Account.NAME))
                                .onMatch(OnMatch.UPDATE))
                .run(sheet);
        assertThat(report.unchanged()).as("%s", report.failures()).isEqualTo(report.read());
    }

    @Property(tries = 5)
    void whoMayNotImportDoesNotEvenRead(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(
                new Dice(numbers),
                Role.named("clerk")
                        .grant(Visit.TYPE, AccessLevel.GLOBAL, Permission.values())
                        .grant(User.TYPE, AccessLevel.GLOBAL, Permission.VIEW));
        Session clerk = world.crm.as(world.ivan);
        Sheet sheet = VisitSheets.goodSheet(new Dice(numbers));
        assertThatThrownBy(() -> clerk.importer(Visit.TYPE, VisitSheets::visits).run(sheet))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to IMPORT");
        assertThatThrownBy(() -> clerk.importer(Visit.TYPE, VisitSheets::visits).rehearse(sheet))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> clerk.exporter(clerk.select(Visit.TYPE), columns -> columns.column(Visit.SUBJECT))
                        .write(new Sheet()))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("no role allows ivan to EXPORT");
        assertThat(sheet.opened()).isZero();
    }

    @Property(tries = 12)
    void anImportDoesNothingThatItsActorMayNot(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(
                dice,
                Role.named("clerk")
                        .grant(Visit.TYPE, AccessLevel.USER, Permission.values())
                        .grant(User.TYPE, AccessLevel.GLOBAL, Permission.VIEW)
                        .allow(Capability.IMPORT, Capability.EXPORT));
        Session clerk = world.crm.as(world.ivan);
        TreeSet<String> others = new TreeSet<>();
        Sheet sheet = VisitSheets.goodSheet(dice);
        ImportReport report = clerk.importer(
                        Visit.TYPE,
                        layout -> VisitSheets.visits(layout).ignore("Follows").onRow(outcome -> {
                            List<String> row = sheet.rows().get((int) outcome.number());
                            if (row.get(5).equals("olga")) {
                                assertThat(outcome).isInstanceOf(RowOutcome.Failed.class);
                                others.add(row.get(0));
                            }
                        }))
                .run(sheet);
        assertThat(report.failed()).isGreaterThanOrEqualTo(others.size());
        assertThat(clerk.select(Visit.TYPE).count())
                .isEqualTo(clerk.select(Visit.TYPE)
                        .where(UserOwned.OWNER.is(world.ivan))
                        .count());
        assertThat(world.crm
                        .asSystem()
                        .select(Visit.TYPE)
                        .where(Visit.SUBJECT.startsWith("Visit ").and(UserOwned.OWNER.is(world.olga)))
                        .count())
                .isZero();
    }
}
