package org.clientele.testkit.engine;

import static org.clientele.exchange.cell.Codecs.by;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.exchange.job.Import;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.job.JointReport;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Sheets of contacts, accounts and visits whose rows name each other, in any order, and some of them nobody. */
final class NamingSheets {

    private static final String NOBODY = "Nobody at all";
    private static final String NAME = "Name";
    private static final String OWN = "Own";
    private static final String OTHER = "Other";

    private static final Kind<Contact> CONTACT =
            new Kind<>("Person", Contact.TYPE, Contact.LAST_NAME, Contact.REPORTS_TO, null);
    private static final Kind<Account> ACCOUNT =
            new Kind<>("Firm", Account.TYPE, Account.NAME, Account.REFERRED_BY, Account.DEFAULT_CONTACT);
    private static final Kind<Visit> VISIT = new Kind<>("Meeting", Visit.TYPE, Visit.SUBJECT, Visit.FOLLOWS, null);

    private final List<Naming> rows = new ArrayList<>();
    private final List<Dealt> sheets = new ArrayList<>();
    private final int commitEvery;

    /**
     * What a row is of.
     *
     * @param word what its names begin with
     * @param own names one of its own kind
     * @param contact names a contact; null when it names none
     */
    private record Kind<R extends CrmRecord>(
            String word,
            EntityType<R> type,
            TextProperty<R> name,
            ReferenceProperty<R, R> own,
            @Nullable ReferenceProperty<R, Contact> contact) {

        Import<R> of(Sheet sheet, String job, int commitEvery, Session session) {
            return session.importer(type, layout -> {
                        layout.column(NAME, name)
                                .column(OWN, own, by(type, name))
                                .matchOn(name)
                                .commitEvery(commitEvery)
                                .job(job)
                                .rejectsTo(Path.of(job));
                        if (contact == null) {
                            layout.ignore(OTHER);
                        } else {
                            layout.column(OTHER, contact, by(Contact.TYPE, Contact.LAST_NAME));
                        }
                    })
                    .from(sheet);
        }

        /** What the records of this name point to, by name. */
        List<List<String>> found(String called, Session session) {
            return session.select(type).where(name.is(called)).list().stream()
                    .map(record -> List.of(
                            nameOf(own.get(record), type, session),
                            contact == null ? "" : nameOf(contact.get(record), Contact.TYPE, session)))
                    .toList();
        }

        private static <T extends CrmRecord> String nameOf(@Nullable Ref<T> ref, EntityType<T> type, Session session) {
            return ref == null ? "" : type.nameOf(session.get(type, ref.id()));
        }
    }

    /** A row, and which others it names; empty for none. */
    private record Naming(Kind<?> kind, String name, String own, String contact) {

        private List<String> cells() {
            return List.of(name, own, contact);
        }

        private boolean isPossible(Set<String> known) {
            return (own.isEmpty() || known.contains(own)) && (contact.isEmpty() || known.contains(contact));
        }
    }

    /** Rows of a kind on a sheet. */
    private record Dealt(Kind<?> kind, List<Naming> rows, Sheet sheet, String job) {}

    NamingSheets(Dice dice) {
        commitEvery = 1 + dice.below(4);
        int contacts = 0;
        for (Kind<?> kind : List.of(CONTACT, ACCOUNT, VISIT)) {
            int count = dice.below(7);
            List<Naming> some = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                some.add(new Naming(
                        kind,
                        kind.word + " " + i,
                        reference(kind, count, dice),
                        kind.contact == null ? "" : reference(CONTACT, contacts, dice)));
            }
            contacts = kind.equals(CONTACT) ? count : contacts;
            rows.addAll(some);
            deal(kind, some, dice);
        }
        for (int last = sheets.size() - 1; last > 0; last--) {
            Collections.swap(sheets, last, dice.below(last + 1));
        }
    }

    private static String reference(Kind<?> kind, int count, Dice dice) {
        if (dice.oneIn(12)) {
            return NOBODY;
        }
        return count == 0 || dice.oneIn(2) ? "" : kind.word + " " + dice.below(count);
    }

    /** Lays rows of a kind, in any order, on one sheet or on two. */
    private void deal(Kind<?> kind, List<Naming> some, Dice dice) {
        List<Naming> left = new ArrayList<>(some);
        int sheetsOfKind = 1 + dice.below(2);
        for (int i = 0; i < sheetsOfKind; i++) {
            List<Naming> taken = new ArrayList<>();
            while (!left.isEmpty() && (i == sheetsOfKind - 1 || !dice.oneIn(3))) {
                taken.add(left.remove(dice.below(left.size())));
            }
            List<List<String>> cells = new ArrayList<>(List.of(List.of(NAME, OWN, OTHER)));
            taken.forEach(row -> cells.add(row.cells()));
            sheets.add(new Dealt(kind, taken, Sheet.of(cells), kind.word + " " + i));
        }
    }

    /** All sheets as one import. */
    JointImport of(Session session) {
        return JointImport.of(sheets.stream()
                .<Import<?>>map(dealt -> dealt.kind.of(dealt.sheet, dealt.job, commitEvery, session))
                .toList());
    }

    /** The rows that can be done, by name: all that they name can be done before them. */
    SortedMap<String, List<List<String>>> possible() {
        Set<String> known = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Naming row : rows) {
                more |= row.isPossible(known) && known.add(row.name);
            }
        }
        SortedMap<String, List<List<String>>> possible = new TreeMap<>();
        rows.stream()
                .filter(row -> known.contains(row.name))
                .forEach(row -> possible.put(row.name, List.of(List.of(row.own, row.contact))));
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
                refused.add(sheets.get(i).rows.get((int) failed.number() - 1).name);
            }
        }
        return refused;
    }

    /** The records of these names, and what they point to. */
    SortedMap<String, List<List<String>>> found(Session session) {
        SortedMap<String, List<List<String>>> found = new TreeMap<>();
        for (Naming row : rows) {
            List<List<String>> records = row.kind.found(row.name, session);
            if (!records.isEmpty()) {
                found.put(row.name, records);
            }
        }
        return found;
    }

    /** What was written to the sheets of refused rows. */
    List<List<List<String>>> refusedRows() {
        return sheets.stream()
                .map(dealt -> dealt.sheet.refusedTo(Path.of(dealt.job)).rows())
                .toList();
    }

    /** What can be compared of reports of two imports. */
    static List<ImportReport> withoutReceipts(JointReport report) {
        return report.sources().stream()
                .map(source -> VisitSheets.withoutReceipt(source.report()))
                .toList();
    }
}
