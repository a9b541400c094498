package org.clientele.testkit.engine;

import static org.clientele.exchange.Codecs.by;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.exchange.Import;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.ImportReport;
import org.clientele.exchange.Importer;
import org.clientele.exchange.JointImport;
import org.clientele.exchange.JointReport;
import org.clientele.exchange.RowOutcome;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Sheets of contacts, accounts and visits whose rows name each other, in any order, and some of them nobody. */
final class NamingSheets {

    private static final String NOBODY = "Nobody at all";

    private final List<Naming> rows = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<List<Naming>> rowsOf = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final int commitEvery;

    /** What a row is of: its names begin so, and its first column names one of its own kind, its second one of another. */
    private enum Kind {
        CONTACT("Person"),
        ACCOUNT("Firm"),
        VISIT("Meeting");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** A row, and which others it names; the second may be of another kind. */
    private record Naming(Kind kind, String name, String own, String other) {

        private List<String> cells() {
            return List.of(name, own, other);
        }

        private boolean isPossible(Set<String> known) {
            return (own.isEmpty() || known.contains(own)) && (other.isEmpty() || known.contains(other));
        }
    }

    NamingSheets(Dice dice) {
        commitEvery = 1 + dice.below(4);
        for (Kind kind : Kind.values()) {
            int count = dice.below(7);
            int first = rows.size();
            for (int i = 0; i < count; i++) {
                rows.add(new Naming(
                        kind,
                        kind.word + " " + i,
                        reference(kind, count, dice),
                        kind == Kind.ACCOUNT ? reference(Kind.CONTACT, first, dice) : ""));
            }
            deal(kind, rows.subList(first, rows.size()), dice);
        }
        for (int last = sheets.size() - 1; last > 0; last--) {
            swap(last, dice.below(last + 1));
        }
    }

    private static String reference(Kind kind, int count, Dice dice) {
        if (dice.oneIn(12)) {
            return NOBODY;
        }
        return count == 0 || dice.oneIn(2) ? "" : kind.word + " " + dice.below(count);
    }

    /** Lays rows of a kind, in any order, on one sheet or on two. */
    private void deal(Kind kind, List<Naming> some, Dice dice) {
        List<Naming> left = new ArrayList<>(some);
        int sheetsOfKind = 1 + dice.below(2);
        for (int i = 0; i < sheetsOfKind; i++) {
            List<Naming> taken = new ArrayList<>();
            while (!left.isEmpty() && (i == sheetsOfKind - 1 || !dice.oneIn(3))) {
                taken.add(left.remove(dice.below(left.size())));
            }
            List<List<String>> cells = new ArrayList<>(List.of(List.of("Name", "Own", "Other")));
            taken.forEach(row -> cells.add(row.cells()));
            kinds.add(kind);
            rowsOf.add(taken);
            sheets.add(Sheet.of(cells));
        }
    }

    private void swap(int one, int other) {
        Collections.swap(kinds, one, other);
        Collections.swap(rowsOf, one, other);
        Collections.swap(sheets, one, other);
    }

    /** All sheets as one import. */
    JointImport of(Session session) {
        List<Import<?>> imports = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Path refused = Path.of("refused " + i);
            imports.add(importer(kinds.get(i), session, refused).from(sheets.get(i)));
        }
        return JointImport.of(imports);
    }

    private Importer<?> importer(Kind kind, Session session, Path refused) {
        return switch (kind) {
            case CONTACT ->
                session.importer(
                        Contact.TYPE,
                        layout -> any(layout, refused)
                                .column("Name", Contact.LAST_NAME)
                                .column("Own", Contact.REPORTS_TO, by(Contact.TYPE, Contact.LAST_NAME))
                                .ignore("Other")
                                .matchOn(Contact.LAST_NAME));
            case ACCOUNT ->
                session.importer(
                        Account.TYPE,
                        layout -> any(layout, refused)
                                .column("Name", Account.NAME)
                                .column("Own", Account.REFERRED_BY, by(Account.TYPE, Account.NAME))
                                .column("Other", Account.DEFAULT_CONTACT, by(Contact.TYPE, Contact.LAST_NAME))
                                .matchOn(Account.NAME));
            case VISIT ->
                session.importer(
                        Visit.TYPE,
                        layout -> any(layout, refused)
                                .column("Name", Visit.SUBJECT)
                                .column("Own", Visit.FOLLOWS, by(Visit.TYPE, Visit.SUBJECT))
                                .ignore("Other")
                                .matchOn(Visit.SUBJECT));
        };
    }

    private <R extends CrmRecord> ImportLayout<R> any(ImportLayout<R> layout, Path refused) {
        return layout.commitEvery(commitEvery).rejectsTo(refused);
    }

    /** The rows that can be done, by name: all that they name can be done before them. */
    SortedMap<String, List<String>> possible() {
        Set<String> known = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Naming row : rows) {
                more |= row.isPossible(known) && known.add(row.name);
            }
        }
        SortedMap<String, List<String>> possible = new TreeMap<>();
        rows.stream()
                .filter(row -> known.contains(row.name))
                .forEach(row -> possible.put(row.name, List.of(row.own, row.other)));
        return possible;
    }

    /** The names of the other rows. */
    Set<String> impossible() {
        Set<String> impossible = new TreeSet<>();
        rows.forEach(row -> impossible.add(row.name));
        impossible.removeAll(possible().keySet());
        return impossible;
    }

    /** The names of the rows that were refused. */
    Set<String> refusedBy(JointReport report) {
        Set<String> refused = new TreeSet<>();
        for (int i = 0; i < sheets.size(); i++) {
            for (RowOutcome.Failed failed : report.sources().get(i).report().failures()) {
                refused.add(rowsOf.get(i).get((int) failed.number() - 1).name);
            }
        }
        return refused;
    }

    /** What there is of the rows. */
    SortedMap<String, List<String>> found(Session session) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        for (Naming row : rows) {
            switch (row.kind) {
                case CONTACT ->
                    session.select(Contact.TYPE)
                            .where(Contact.LAST_NAME.is(row.name))
                            .list()
                            .forEach(one -> found.put(
                                    row.name, List.of(nameOf(one.getReportsTo(), Contact.TYPE, session), "")));
                case ACCOUNT ->
                    session.select(Account.TYPE)
                            .where(Account.NAME.is(row.name))
                            .list()
                            .forEach(one -> found.put(
                                    row.name,
                                    List.of(
                                            nameOf(one.getReferredBy(), Account.TYPE, session),
                                            nameOf(one.getDefaultContact(), Contact.TYPE, session))));
                case VISIT ->
                    session.select(Visit.TYPE)
                            .where(Visit.SUBJECT.is(row.name))
                            .list()
                            .forEach(one ->
                                    found.put(row.name, List.of(nameOf(one.getFollows(), Visit.TYPE, session), "")));
            }
        }
        return found;
    }

    private static <R extends CrmRecord> String nameOf(@Nullable Ref<R> ref, EntityType<R> type, Session session) {
        return ref == null ? "" : type.nameOf(session.get(type, ref.id()));
    }

    /** What was written to the sheets of refused rows. */
    List<List<List<String>>> refusedRows() {
        return IntStream.range(0, sheets.size())
                .mapToObj(i -> sheets.get(i).refusedTo(Path.of("refused " + i)).rows())
                .toList();
    }

    /** What can be compared of reports of two imports. */
    static List<ImportReport> withoutReceipts(JointReport report) {
        return report.sources().stream()
                .map(source -> VisitSheets.withoutReceipt(source.report()))
                .toList();
    }
}
