package org.clientele.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.report.Table;
import org.clientele.report.Table.Row;
import org.clientele.report.Tally;
import org.clientele.store.Accumulation;
import org.clientele.store.Group;
import org.clientele.store.RecordStore;

/**
 * The laws of reports on a store, over generated records and generated definitions, of a standard type and of a host's: each
 * cell is what a plain loop over the viewer's records comes to, and opens to its records. Extend it and give a store; each
 * try opens a CRM of its own on an empty one.
 */
public abstract class ReportLaws extends ReportExamples {

    /** Of each row, so many cells are opened. */
    private static final int OPENED = 2;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Property(tries = 16)
    void everyCellIsWhatALoopComesToAndOpensToItsRecords(@ForAll long seed) {
        ReportWorld world = new ReportWorld(newStore(), seed);
        for (Session viewer : world.viewers()) {
            check(Asked.of(Subject.deals(world, viewer), world.random()), viewer);
            check(Asked.of(Subject.visits(viewer), world.random()), viewer);
        }
    }

    /** A definition: some keys, some figures, a condition. */
    private record Asked<R extends CrmRecord>(
            Subject<R> subject, List<Key<R>> keys, List<Figure<R>> figures, Criterion<R> where) {

        static <R extends CrmRecord> Asked<R> of(Subject<R> subject, Random random) {
            return new Asked<>(
                    subject,
                    some(subject.keys(), random.nextInt(3), random),
                    some(subject.figures(), 1 + random.nextInt(subject.figures().size()), random),
                    some(subject.conditions(), 1, random).get(0));
        }

        private static <T> List<T> some(List<T> all, int count, Random random) {
            List<T> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            return shuffled.subList(0, count);
        }

        Tally<R> tally() {
            return Tally.of("generated", subject.type(), columns -> {
                columns.where(where);
                keys.forEach(key -> key.declare().accept(columns));
                figures.forEach(figure -> figure.declare().accept(columns));
            });
        }

        Map<List<String>, List<R>> groups(List<R> records) {
            return records.stream()
                    .filter(record -> where.test(record, Lookup.NOTHING))
                    .collect(Collectors.groupingBy(record ->
                            keys.stream().map(key -> key.text().apply(record)).toList()));
        }
    }

    private static <R extends CrmRecord> void check(Asked<R> asked, Session viewer) {
        List<R> seen = viewer.select(asked.subject().type()).list();
        Map<List<String>, List<R>> groups = asked.groups(seen);
        Table<R> table = viewer.run(asked.tally());
        assertThat(table.rows()).as(asked.toString()).hasSize(groups.size());
        for (Row row : table.rows()) {
            List<R> group =
                    groups.getOrDefault(row.key().stream().map(Key::text).toList(), List.of());
            assertThat(group).as(asked + " " + row).isNotEmpty();
            checkCells(asked, row.cells(), group);
            checkDrillDown(asked, table, row, group, viewer);
        }
        List<R> all = groups.values().stream().flatMap(List::stream).toList();
        checkCells(asked, table.totals(), all);
        for (Figure<R> figure : asked.figures()) {
            if (figure.counts()) {
                assertThat(viewer.select(asked.subject().type())
                                .where(table.records(figure.title()))
                                .count())
                        .isEqualTo(table.total(figure.title()));
            }
        }
        checkParts(asked, all, table, viewer);
    }

    private static <R extends CrmRecord> void checkCells(Asked<R> asked, List<Object> cells, List<R> group) {
        for (int i = 0; i < cells.size(); i++) {
            Figure<R> figure = asked.figures().get(i);
            assertThat(plain(cells.get(i)))
                    .as(asked + " " + figure.title())
                    .isEqualTo(plain(figure.expected().apply(group)));
        }
    }

    private static <R extends CrmRecord> void checkDrillDown(
            Asked<R> asked, Table<R> table, Row row, List<R> group, Session viewer) {
        for (Figure<R> figure :
                asked.figures().subList(0, Math.min(OPENED, asked.figures().size()))) {
            List<R> opened = viewer.select(asked.subject().type())
                    .where(table.records(row, figure.title()))
                    .list();
            assertThat(group).as(asked + " " + row).containsAll(opened);
            if (figure.counts()) {
                assertThat((long) opened.size()).isEqualTo(table.count(row, figure.title()));
            }
        }
    }

    /** However the records are spread over parts, and in whatever order the parts are put together, it comes to the same. */
    private static <R extends CrmRecord> void checkParts(
            Asked<R> asked, List<R> records, Table<R> whole, Session viewer) {
        Random random = new Random(records.size());
        List<List<Group>> parts = new ArrayList<>();
        List<R> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        while (!shuffled.isEmpty()) {
            List<R> some = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
            Accumulation<R> part = Accumulation.of(asked.tally().aggregation(), Lookup.NOTHING);
            some.forEach(part::add);
            parts.add(part.groups());
            some.clear();
        }
        Collections.shuffle(parts, random);
        Accumulation<R> rest = Accumulation.of(asked.tally().aggregation(), Lookup.NOTHING);
        parts.subList(0, parts.size() / 2).forEach(rest::add);
        Accumulation<R> all = Accumulation.of(asked.tally().aggregation(), Lookup.NOTHING);
        parts.subList(parts.size() / 2, parts.size()).forEach(all::add);
        all.addAll(rest);
        checkShares(asked, records, all.groups(), random);
        Table<R> together = viewer.run(read -> asked.tally().table(sent(all.groups()), read));
        assertThat(plain(together.totals())).isEqualTo(plain(whole.totals()));
        assertThat(together.rows().stream().map(ReportLaws::plain).toList())
                .isEqualTo(whole.rows().stream().map(ReportLaws::plain).toList());
    }

    /** Each share has groups of its own, and together they are all. */
    private static <R extends CrmRecord> void checkShares(
            Asked<R> asked, List<R> records, List<Group> whole, Random random) {
        int shares = 1 + random.nextInt(4);
        List<Group> groups = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            Accumulation<R> own =
                    Accumulation.share(share, shares, asked.tally().aggregation(), Lookup.NOTHING);
            records.forEach(own::add);
            groups.addAll(own.groups());
        }
        assertThat(groups.stream().map(Group::key))
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(Group::key).toList());
        assertThat(groups.stream().map(group -> plain(group.values())))
                .containsExactlyInAnyOrderElementsOf(
                        whole.stream().map(group -> plain(group.values())).toList());
    }

    private static List<Object> plain(Row row) {
        return List.of(row.labels(), plain(row.cells()));
    }

    private static List<Object> plain(List<Object> cells) {
        return cells.stream().map(ReportLaws::plain).toList();
    }

    /** As it arrives on another machine. */
    @SuppressWarnings("unchecked")
    private static List<Group> sent(List<Group> groups) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new ArrayList<>(groups));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (List<Group>) in.readObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ClassNotFoundException broken) {
            throw new AssertionError(broken);
        }
    }

    /** A number whatever its scale. */
    static Object plain(Object cell) {
        if (cell instanceof Map<?, ?> amounts) {
            Map<Object, Object> plain = new HashMap<>();
            amounts.forEach((currency, amount) -> plain.put(currency, plain(amount)));
            return plain;
        } else if (cell instanceof Optional<?> some) {
            return some.map(ReportLaws::plain);
        }
        return cell instanceof BigDecimal number ? number.stripTrailingZeros() : cell;
    }
}
