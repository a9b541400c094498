package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.Session;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Capability;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.report.Table;
import org.clientele.report.Tally;
import org.clientele.store.Transaction;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.jspecify.annotations.Nullable;

/** That no read of a session tells what a record hides. */
abstract class FieldReads extends FieldExamples {

    @Property(tries = 10)
    void aConditionHoldsForARecordExactlyWhenItHoldsForWhatIsShownOfIt(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("limits") Limits limits,
            @ForAll("clauses") List<Clause> clauses) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        for (Session session : stage.world().sessions()) {
            Sight sight = stage.sight(session);
            session.inTransaction(tx -> {
                for (EntityType<?> type : TYPES) {
                    clauses.forEach(clause -> checkSelect(tx, type, clause, stage, sight));
                }
            });
        }
    }

    private static <R extends CrmRecord> void checkSelect(
            Session session, EntityType<R> type, Clause clause, Stage stage, Sight sight) {
        Schema schema = stage.world().crm().schema();
        Criterion<R> where = clause.on(type, stage.world());
        List<R> expected = sight.seen(type, where);
        String what = session.actor() + " selects " + type + " with " + where;
        assertThat(values(session.select(type).where(where).list(), schema))
                .as(what)
                .isEqualTo(values(expected, schema));
        assertThat(session.select(type).where(where).count()).as(what).isEqualTo(expected.size());
        assertThat(session.select(type).where(where.negate()).count())
                .as(what)
                .isEqualTo(session.select(type).count() - expected.size());
    }

    @Property(tries = 6)
    void noReadShowsAHiddenValue(@ForAll("worlds") Blueprint blueprint, @ForAll("limits") Limits limits) {
        Stage stage = Stage.of(blueprint, limits, newStore());
        Schema schema = stage.world().crm().schema();
        for (Session session : stage.world().sessions()) {
            Sight sight = stage.sight(session);
            session.inTransaction(tx -> {
                for (EntityType<?> type : TYPES) {
                    checkReads(tx, type, sight, schema);
                    tx.inTransaction("look", transaction -> checkTransaction(transaction, type, sight));
                    checkOrders(tx, type, sight);
                }
                checkSums(tx, sight);
            });
        }
    }

    private static <R extends CrmRecord> void checkReads(
            Session session, EntityType<R> type, Sight sight, Schema schema) {
        List<R> seen = sight.seen(type);
        assertThat(values(session.select(type).list(), schema)).isEqualTo(values(seen, schema));
        assertThat(values(session.select(type).page(1, 2).records(), schema))
                .isEqualTo(values(seen.stream().limit(2).toList(), schema));
        assertThat(values(session.select(type).first().stream().toList(), schema))
                .isEqualTo(values(seen.stream().limit(1).toList(), schema));
        for (R shown : seen) {
            assertThat(values(session.get(type, shown.getId()), schema)).isEqualTo(values(shown, schema));
            Set<String> hidden = sight.hidden(sight.stored(type, shown.getId()));
            session.history(shown)
                    .forEach(set -> set.changes().forEach(change -> {
                        assertThat(change.deltas()).noneMatch(delta -> hidden.contains(delta.property()));
                        assertThat(hidden.isEmpty() || change.name().equals(nameOf(shown, schema)))
                                .as("%s, without %s", change, hidden)
                                .isTrue();
                    }));
        }
        if (session.check(Capability.EXPORT).granted()) {
            checkExport(session, type, seen, sight, schema);
        }
    }

    private static <R extends CrmRecord> String nameOf(R record, Schema schema) {
        return schema.typeOf(record).nameOf(record);
    }

    private static <R extends CrmRecord> void checkExport(
            Session session, EntityType<R> type, List<R> seen, Sight sight, Schema schema) {
        Lines cells = new Lines(List.of());
        List<org.clientele.property.Property<? super R, ?>> properties = schema.properties(type);
        session.exporter(
                        session.select(type),
                        layout -> properties.forEach(property -> layout.column(property.name(), property)))
                .write(cells);
        assertThat(cells.rows()).hasSize(seen.size() + 1);
        for (int row = 0; row < seen.size(); row++) {
            Set<String> hidden = sight.hidden(sight.stored(type, seen.get(row).getId()));
            for (int i = 0; i < properties.size(); i++) {
                if (hidden.contains(properties.get(i).name()) && lacks(properties.get(i), seen.get(row))) {
                    assertThat(cells.rows().get(row + 1).get(i)).isEmpty();
                }
            }
        }
    }

    private static <R, V> boolean lacks(org.clientele.property.Property<R, V> property, R record) {
        return property.lacks(property.get(record));
    }

    private static <R extends CrmRecord> boolean checkTransaction(
            Transaction transaction, EntityType<R> type, Sight sight) {
        List<R> seen = sight.seen(type);
        List<UUID> ids = sight.stored(type).stream().map(CrmRecord::getId).toList();
        assertThat(values(transaction.findAll(type, ids), transaction.schema()))
                .isEqualTo(values(seen, transaction.schema()));
        for (R shown : seen) {
            R found = transaction.find(type.recordClass(), shown.getId()).orElseThrow();
            assertThat(values(found, transaction.schema())).isEqualTo(values(shown, transaction.schema()));
        }
        for (org.clientele.property.Property<? super R, ?> property :
                transaction.schema().properties(type)) {
            List<Attribute<? super R, ?>> attributes = List.of(CrmRecord.ID, property);
            List<List<@Nullable Object>> expected = new ArrayList<>();
            seen.forEach(shown -> expected.add(Arrays.asList(shown.getId(), property.get(shown))));
            assertThat(transaction.values(type, Query.<R>all(), attributes).toList())
                    .as("%s of %s", property, type)
                    .isEqualTo(expected);
        }
        return true;
    }

    /** Orders and groups are refused exactly when they would tell. */
    private static <R extends CrmRecord> void checkOrders(Session session, EntityType<R> type, Sight sight) {
        for (org.clientele.property.Property<? super R, ?> property : sight.properties(type)) {
            boolean refused = sight.mayHide(type, property.name());
            ThrowingCallable sorted =
                    () -> session.select(type).orderBy(property.asc()).list();
            if (refused) {
                assertThatThrownBy(sorted)
                        .isInstanceOf(AccessDeniedException.class)
                        .hasMessageContaining(type + " can not be sorted by " + property);
                if (!(property instanceof CollectionProperty<?, ?, ?>)) {
                    assertThatThrownBy(() -> session.run(Tally.of(
                                    "all",
                                    type,
                                    columns -> columns.groupBy(property).count("all"))))
                            .isInstanceOf(AccessDeniedException.class)
                            .hasMessageContaining(type + " can not be grouped by " + property);
                }
            } else if (property instanceof OrderedProperty<?, ?>) {
                assertThatCode(sorted).doesNotThrowAnyException();
            }
        }
    }

    private static void checkSums(Session session, Sight sight) {
        Table<Visit> sums = session.run(Tally.of(
                "all",
                Visit.TYPE,
                columns -> columns.sum("minutes", Visit.MINUTES)
                        .sum("expenses", Visit.EXPENSES)
                        .greatest("longest", Visit.MINUTES)
                        .distinct("lengths", Visit.MINUTES)
                        .greatest("dearest", Visit.EXPENSES)));
        List<Visit> seen = sight.seen(Visit.TYPE);
        List<Integer> lengths =
                seen.stream().map(Visit::getMinutes).filter(Objects::nonNull).toList();
        long minutes = lengths.stream().mapToLong(Integer::longValue).sum();
        Map<String, BigDecimal> dearest = new TreeMap<>();
        Map<String, BigDecimal> expenses = new TreeMap<>();
        seen.stream().map(Visit::getExpenses).filter(Objects::nonNull).forEach(money -> {
            expenses.merge(money.currency(), money.amount(), BigDecimal::add);
            dearest.merge(money.currency(), money.amount(), BigDecimal::max);
        });
        assertThat((BigDecimal) sums.total("minutes")).isEqualByComparingTo(BigDecimal.valueOf(minutes));
        assertThat(sums.total("expenses")).isEqualTo(expenses);
        assertThat(sums.total("longest")).isEqualTo(lengths.stream().max(Comparator.naturalOrder()));
        assertThat(sums.total("lengths")).isEqualTo(lengths.stream().distinct().count());
        assertThat(sums.total("dearest")).isEqualTo(dearest);
    }
}
