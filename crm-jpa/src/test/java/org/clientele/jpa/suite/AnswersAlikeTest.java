package org.clientele.jpa.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.contact.Gender;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.filter.Filter;
import org.clientele.filter.FilterException;
import org.clientele.jpa.database.Database;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.Worlds;

/** Any question about any world is answered by the database as it is answered on the heap. */
@SuppressWarnings({"unchecked", "rawtypes"})
class AnswersAlikeTest {

    private static final int QUESTIONS = 25;

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    private static Crm open(RecordStore store) {
        Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
        crm.define(Account.TYPE, custom -> custom.text("tier"));
        crm.define(Account.TYPE, custom -> custom.integer("stars"));
        for (EntityType<?> type : List.of(Account.TYPE, Customer.TYPE, Visit.TYPE)) {
            define(crm, type);
        }
        return crm;
    }

    private static <R extends CrmRecord> void define(Crm crm, EntityType<R> type) {
        crm.define(type, custom -> custom.text("c_text"));
        crm.define(type, custom -> custom.integer("c_integer"));
        crm.define(type, custom -> custom.decimal("c_decimal", 2));
        crm.define(type, custom -> custom.percent("c_percent"));
        crm.define(type, custom -> custom.money("c_money"));
        crm.define(type, custom -> custom.date("c_date"));
        crm.define(type, custom -> custom.instant("c_instant"));
        crm.define(type, custom -> custom.bool("c_bool"));
        crm.define(type, custom -> custom.choice("c_choice", Gender.DICTIONARY));
        crm.define(type, custom -> custom.reference("c_reference", Account.class));
        crm.define(type, custom -> custom.anyReference("c_anything"));
        crm.define(type, custom -> custom.set("c_set"));
        crm.define(type, custom -> custom.references("c_references", Account.class));
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void theDatabaseAnswersAsTheHeap(@ForAll("worlds") Blueprint blueprint, @ForAll long seed) {
        RecordStore source = new InMemoryStore();
        Crm made = open(source);
        blueprint.build(made);
        List<CrmRecord> records = all(source, made);
        Questions questions = new Questions(made.schema(), records, seed);
        List<Write<?>> writes = new ArrayList<>();
        for (CrmRecord record : records) {
            questions.shake(record);
            writes.add(insert(made, record));
        }
        RecordStore heap = new InMemoryStore();
        RecordStore database = Database.shared().emptyStore();
        Crm onHeap = open(heap);
        Crm onDatabase = open(database);
        heap.inTransaction(there -> there.write(writes));
        database.inTransaction(there -> there.write(writes));
        for (EntityType type : onHeap.schema().types()) {
            assertThat(read(database, onDatabase, type, Query.all())).isEqualTo(read(heap, onHeap, type, Query.all()));
        }
        for (int i = 0; i < QUESTIONS; i++) {
            EntityType type = questions.type();
            Query query = questions.query(type);
            assertThat(read(database, onDatabase, type, query))
                    .as("%s: %s", type, query)
                    .isEqualTo(read(heap, onHeap, type, query));
            assertThat((long) database.<Long>inTransaction(there -> there.count(type, query.where())))
                    .as("number of %s: %s", type, query.where())
                    .isEqualTo((long) heap.<Long>inTransaction(there -> there.count(type, query.where())));
            Filter filter = filter(onDatabase, type, query.where());
            assertThat(read(database, onDatabase, type, Query.of(filter.criterion(Instant.EPOCH, ZoneOffset.UTC))))
                    .as("%s: %s, written as %s", type, query.where(), filter)
                    .isEqualTo(read(heap, onHeap, type, Query.of(query.where())));
            assertThat(read(heap, onHeap, type, Query.of(filter.criterion(Instant.EPOCH, ZoneOffset.UTC))))
                    .as("%s: %s, written as %s", type, query.where(), filter)
                    .isEqualTo(read(heap, onHeap, type, Query.of(query.where())));
            assertReadOrRefused(onHeap, type, new Phrases(new Random(seed + i)).mutilated(filter.text()));
            Aggregation aggregation = questions.aggregation(type);
            assertThat(groups(database, type, aggregation))
                    .as("%s: %s", type, aggregation)
                    .isEqualTo(groups(heap, type, aggregation));
        }
    }

    /** The condition as a text, read back. */
    private static Filter filter(Crm crm, EntityType type, Criterion where) {
        Filter written = Filter.of(crm.schema(), type, where);
        Filter read = Filter.read(crm.schema(), type, written.text());
        assertThat(read.text()).isEqualTo(written.text());
        return read;
    }

    private static void assertReadOrRefused(Crm crm, EntityType type, String text) {
        try {
            Filter read = Filter.read(crm.schema(), type, text);
            assertThat(Filter.read(crm.schema(), type, read.text()).text()).isEqualTo(read.text());
        } catch (FilterException refusal) {
            assertThat(refusal.position()).isBetween(1, text.length() + 1);
        }
    }

    private static List<CrmRecord> all(RecordStore store, Crm crm) {
        return store.inTransaction(there -> {
            List<CrmRecord> records = new ArrayList<>();
            for (EntityType type : crm.schema().types()) {
                if (type.parent().isEmpty()) {
                    there.select(type, Query.all()).forEach(record -> records.add((CrmRecord) record));
                }
            }
            return records;
        });
    }

    private static <R extends CrmRecord> Write<R> insert(Crm crm, R record) {
        EntityType<R> type = crm.schema().typeOf(record);
        R fresh = type.copy(record);
        type.setVersion(fresh, null);
        return new Write.Insert<>(type, fresh);
    }

    /** Every record as identity and values, in the order in which they came. */
    private static List<Object> read(RecordStore store, Crm crm, EntityType type, Query query) {
        return store.inTransaction(there -> {
            List<Object> rows = new ArrayList<>();
            there.select(type, query).forEach(record -> rows.add(row(crm, (CrmRecord) record)));
            return rows;
        });
    }

    private static List<Object> row(Crm crm, CrmRecord record) {
        List<Object> row = new ArrayList<>(List.of(record.getClass(), record.getId()));
        row.add(record.getCreatedAt());
        row.add(record.getUpdatedAt());
        for (Object property : crm.schema().properties((EntityType) crm.schema().typeOf(record))) {
            Object value = ((org.clientele.property.Property) property).get(record);
            row.add(property + "=" + value);
            row.add(value);
        }
        return row;
    }

    private static Map<Object, Object> groups(RecordStore store, EntityType type, Aggregation aggregation) {
        return store.inTransaction((Records there) -> {
            Map<Object, Object> groups = new HashMap<>();
            for (Group group : (List<Group>) there.aggregate(type, aggregation)) {
                groups.put(
                        group.key(),
                        group.values().stream().map(AnswersAlikeTest::plain).toList());
            }
            return groups;
        });
    }

    /** A number whatever its scale. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> sums) {
            Map<Object, Object> plain = new HashMap<>();
            sums.forEach((currency, sum) -> plain.put(currency, plain(sum)));
            return plain;
        }
        if (value instanceof Optional<?> some) {
            return some.map(AnswersAlikeTest::plain);
        } else if (value instanceof Set<?> different) {
            return different.stream().map(AnswersAlikeTest::plain).collect(Collectors.toSet());
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
