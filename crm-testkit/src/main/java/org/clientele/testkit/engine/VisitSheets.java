package org.clientele.testkit.engine;

import static org.clientele.exchange.cell.Codecs.by;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.Session;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.work.OnMatch;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.testkit.host.Visit;

/** Sheets of visits, a host's type, and layouts to import them by. */
final class VisitSheets {

    static final Path REFUSED = Path.of("no-such-directory", "refused");
    static final List<String> HEADER =
            List.of("Subject", "Minutes", "Expenses", "Begins at", "Confirmed", "Owner", "Follows");

    private VisitSheets() {}

    /** Rows of visits, many of them wrong in one way or another. */
    static Sheet anySheet(Dice dice) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        int count = dice.below(12);
        for (int i = 0; i < count; i++) {
            List<String> row = new ArrayList<>(List.of(
                    dice.pick(List.of("First", "Second", "Third", "first", "Fourth", "Fifth", "")),
                    dice.pick(List.of("10", "", "20", "ten")),
                    dice.pick(List.of("12.5 USD", "", "7 EUR", "seven", "1 XXXX")),
                    dice.pick(List.of("2026-01-31T09:30:00Z", "", "yesterday")),
                    dice.pick(List.of("true", "", "no", "maybe")),
                    dice.pick(List.of("olga", "", "ivan", "nobody")),
                    dice.pick(List.of("", "", "First", "Second", "Nothing"))));
            int cells = dice.below(16);
            if (cells == 0) {
                row.add("Second");
            } else if (cells < 3) {
                row.subList(cells, row.size()).clear();
            }
            rows.add(row);
        }
        return Sheet.of(rows);
    }

    /** Rows of visits, most of them good, some about the same visit. */
    static Sheet mixedSheet(Dice dice) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        int count = 4 + dice.below(12);
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    "Visit " + dice.below(8),
                    dice.oneIn(6) ? "ten" : dice.pick(List.of("10", "", "20")),
                    dice.pick(List.of("12.5 USD", "", "7 EUR")),
                    "",
                    dice.pick(List.of("true", "", "no")),
                    dice.pick(List.of("olga", "", "ivan")),
                    dice.oneIn(4) ? "Visit " + dice.below(8) : ""));
        }
        return Sheet.of(rows);
    }

    /** Rows of visits that are all good and about one visit each. */
    static Sheet goodSheet(Dice dice) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        int count = 1 + dice.below(8);
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    "Visit " + i,
                    dice.pick(List.of("10", "", "20")),
                    dice.pick(List.of("12.5 USD", "", "7 EUR")),
                    dice.pick(List.of("2026-01-31T09:30:00Z", "")),
                    dice.pick(List.of("true", "", "no")),
                    dice.pick(List.of("olga", "", "ivan")),
                    i == 0 || dice.oneIn(2) ? "" : "Visit " + dice.below(i)));
        }
        return Sheet.of(rows);
    }

    /** What the sheets are read by. */
    static ImportLayout<Visit> visits(ImportLayout<Visit> layout) {
        return layout.column(Visit.SUBJECT)
                .column(Visit.MINUTES)
                .column(Visit.EXPENSES)
                .column(Visit.BEGINS_AT)
                .column(Visit.CONFIRMED)
                .column(UserOwned.OWNER.label(), UserOwned.OWNER, by(User.TYPE, User.USERNAME))
                .column(Visit.FOLLOWS.label(), Visit.FOLLOWS, by(Visit.TYPE, Visit.SUBJECT))
                .matchOn(Visit.SUBJECT)
                .rejectsTo(REFUSED);
    }

    /** The same with anything that a layout may say besides. */
    static Consumer<ImportLayout<Visit>> anyLayout(Dice dice) {
        OnMatch onMatch = dice.pick(List.of(OnMatch.values()));
        EmptyCells emptyCells = dice.pick(List.of(EmptyCells.values()));
        int commitEvery = 1 + dice.below(5);
        int stopAfter = 1 + dice.below(12);
        return layout -> visits(layout)
                .onMatch(onMatch)
                .emptyCells(emptyCells)
                .commitEvery(commitEvery)
                .stopAfterErrors(stopAfter);
    }

    /** What can be compared of reports of two imports. */
    static ImportReport withoutReceipt(ImportReport report) {
        return new ImportReport(
                report.read(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.skipped(),
                report.failed(),
                report.failures(),
                List.of(),
                report.dialect(),
                report.stop());
    }

    /** What there is of the visits that the sheets of any rows are about. */
    static List<List<String>> visitsOf(Session session) {
        Sheet sheet = new Sheet();
        session.exporter(
                        session.select(Visit.TYPE)
                                .where(Visit.SUBJECT.in("First", "Second", "Third", "Fourth", "Fifth"))
                                .orderBy(Visit.SUBJECT.asc()),
                        columns -> columns.column(Visit.SUBJECT)
                                .column(Visit.MINUTES)
                                .column(Visit.EXPENSES)
                                .column(Visit.BEGINS_AT)
                                .column(Visit.CONFIRMED)
                                .column("Owner", UserOwned.OWNER, by(User.TYPE, User.USERNAME))
                                .column("Follows", Visit.FOLLOWS, by(Visit.TYPE, Visit.SUBJECT)))
                .write(sheet);
        return sheet.rows();
    }
}
