package org.clientele.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.report.Table.Row;
import org.clientele.store.Accumulation;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/** Makes a table of what was counted. For one table. */
final class TableMaking<R extends CrmRecord> {

    private final Definition<R> definition;
    private final List<Key<R>> groupBy;
    private final List<Measure<R>> measures;
    private final Records records;
    private final Labels labels;
    private final RowOrder order;
    private final @Nullable Conversion conversion;

    TableMaking(Definition<R> definition, Records records) {
        this.definition = definition;
        this.groupBy = definition.groupBy();
        this.measures = definition.aggregation().measures();
        this.records = records;
        this.labels = new Labels(records, definition.withEmptyGroups());
        this.order = new RowOrder(definition, records.schema());
        Definition.Into into = definition.into();
        this.conversion = into == null ? null : new Conversion(into.currency(), into.rates(), into.on());
    }

    Table<R> of(List<Group> asked) {
        List<Group> counted = new Following<>(definition, records).over(asked);
        for (int i = 0; i < groupBy.size(); i++) {
            int place = i;
            labels.prepare(
                    groupBy.get(i).attribute(),
                    counted.stream().map(group -> group.key().get(place)));
        }
        List<Group> shown = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Group group : withEmpty(counted)) {
            Row row = row(group);
            if (isShown(row)) {
                shown.add(group);
                rows.add(row);
            }
        }
        rows.sort(order.comparator());
        return new Table<>(
                definition.title(),
                where(rows),
                groupBy,
                definition.columns(),
                rows.subList(0, Math.min(rows.size(), definition.limit())),
                cells(total(shown)),
                conversion == null ? List.of() : conversion.notes());
    }

    private List<Group> withEmpty(List<Group> counted) {
        if (!definition.withEmptyGroups()) {
            return counted;
        }
        List<Set<@Nullable Object>> occurring = new ArrayList<>();
        for (int i = 0; i < groupBy.size(); i++) {
            Set<@Nullable Object> values = new LinkedHashSet<>();
            for (Group group : counted) {
                values.add(group.key().get(i));
            }
            occurring.add(values);
        }
        Set<List<@Nullable Object>> keys = new HashSet<>();
        counted.forEach(group -> keys.add(group.key()));
        List<Group> all = new ArrayList<>(counted);
        Domain domain = new Domain(definition.title(), records.schema(), labels);
        List<Object> nothing = total(List.of()).values();
        for (List<@Nullable Object> key :
                domain.of(groupBy.stream().<Attribute<?, ?>>map(Key::attribute).toList(), occurring)) {
            if (!keys.contains(key)) {
                all.add(new Group(key, nothing));
            }
        }
        return all;
    }

    private Row row(Group group) {
        List<String> read = new ArrayList<>(groupBy.size());
        for (int i = 0; i < groupBy.size(); i++) {
            read.add(labels.of(groupBy.get(i).attribute(), group.key().get(i)));
        }
        return new Row(group.key(), read, cells(group));
    }

    private List<Object> cells(Group group) {
        List<Object> cells = new ArrayList<>(definition.columns().size());
        int at = 0;
        for (Column<R> column : definition.columns()) {
            Object measured = value(group, at++);
            cells.add(column.cell(measured, column.count() == null ? null : value(group, at++)));
        }
        return cells;
    }

    private Object value(Group group, int place) {
        Object value = group.values().get(place);
        return conversion == null ? value : conversion.over(measures.get(place), value);
    }

    private boolean isShown(Row row) {
        return definition.having().stream().allMatch(having -> {
            Object cell = row.cells().get(definition.place(having.column()));
            return having.holds(order.number(cell));
        });
    }

    /** All rows as one group. */
    private Group total(List<Group> groups) {
        Accumulation<R> total =
                Accumulation.of(new Aggregation<>(Criterion.always(), List.of(), measures), Lookup.NOTHING);
        total.add(new Group(List.of(), measures.stream().map(Measure::nothing).toList()));
        groups.forEach(group -> total.add(new Group(List.of(), group.values())));
        return total.groups().get(0);
    }

    /** Which records take part: where rows are left out by their numbers, those of the rows that are not. */
    private Criterion<? super R> where(List<Row> rows) {
        if (definition.having().isEmpty()) {
            return definition.where();
        }
        List<Criterion<? super R>> each = new ArrayList<>();
        rows.forEach(row -> each.add(Table.inRow(definition.where(), Criterion.always(), groupBy, row.key())));
        return new Criterion.Any<>(each);
    }
}
