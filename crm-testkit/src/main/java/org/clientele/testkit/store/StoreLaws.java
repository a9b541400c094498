package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Place;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.sales.Opportunity;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What holds for all values, conditions and orders. */
abstract class StoreLaws extends StoreDrafts {

    @Property(tries = 15)
    void everyTextComesBack(@ForAll("texts") List<String> texts) {
        assertKept(texts, text -> {
            Account account = account("Acuserv");
            account.setDescription(text);
            return account;
        });
    }

    @Property(tries = 15)
    void everyTimeComesBack(@ForAll("times") List<Instant> times) {
        assertKept(times, time -> {
            Visit visit = visit("Inspection");
            visit.setBeginsAt(time);
            return visit;
        });
    }

    @Property(tries = 15)
    void everyDayComesBack(@ForAll("days") List<LocalDate> days) {
        assertKept(days, day -> {
            Opportunity opportunity = complete(new Opportunity("Analytical engine"));
            opportunity.setCloseDate(day);
            return opportunity;
        });
    }

    @Property(tries = 15)
    void everyAmountComesBack(@ForAll("amounts") List<Money> amounts) {
        assertKept(amounts, amount -> {
            Visit visit = visit("Inspection");
            visit.setExpenses(amount);
            return visit;
        });
    }

    private <V, R extends CrmRecord> void assertKept(List<V> values, Function<V, R> maker) {
        List<R> records = values.stream().map(maker).toList();
        run(transaction -> records.forEach(record -> insert(transaction, record)));
        for (R record : records) {
            R kept = stored(record);
            for (Attribute<? super R, ?> property :
                    crm().schema().properties(crm().schema().typeOf(record))) {
                assertThat(read(property, kept)).as(property.name()).isEqualTo(read(property, record));
            }
        }
    }

    private static <R> @Nullable Object read(Attribute<R, ?> property, R record) {
        return property.get(record);
    }

    @Property(tries = 15)
    void aConditionSelectsWhatItSelectsInMemory(
            @ForAll("drafts") List<Draft> drafts, @ForAll("conditions") @Size(20) List<Criterion<Visit>> conditions) {
        keep(drafts);
        run(records -> {
            List<Visit> all = records.select(Visit.TYPE, Query.<Visit>all()).toList();
            for (Criterion<Visit> where : conditions) {
                List<Visit> expected =
                        all.stream().filter(visit -> where.test(visit, records)).toList();
                assertThat(records.select(Visit.TYPE, Query.<Visit>of(where)).toList())
                        .as(where.toString())
                        .isEqualTo(expected);
                assertThat(records.count(Visit.TYPE, where)).isEqualTo(expected.size());
                assertThat(records.count(Visit.TYPE, where.negate())).isEqualTo(all.size() - expected.size());
            }
        });
    }

    @Property(tries = 15)
    void anOrderIsThatOfItsStepsAndThenOfIdentity(
            @ForAll("drafts") List<Draft> drafts, @ForAll("orders") @Size(8) List<List<Sort<Visit>>> orders) {
        keep(drafts);
        List<Visit> all = selected(Visit.TYPE, Query.all());
        for (List<Sort<Visit>> steps : orders) {
            Comparator<Visit> order = steps.stream()
                    .map(Sort::comparator)
                    .reduce((one, next) -> one.thenComparing(next))
                    .map(step -> step.thenComparing(CrmRecord::getId))
                    .orElse(Comparator.comparing(CrmRecord::getId));
            assertThat(selected(Visit.TYPE, Query.<Visit>all().orderedBy(steps)))
                    .as(steps.toString())
                    .isEqualTo(all.stream().sorted(order).toList());
        }
    }

    @Property(tries = 15)
    void whatComesAfterAPlaceIsTheRestOfTheResult(
            @ForAll("drafts") List<Draft> drafts, @ForAll("orders") @Size(8) List<List<Sort<Visit>>> orders) {
        keep(drafts);
        for (List<Sort<Visit>> steps : orders) {
            Query<Visit> query = Query.<Visit>all().orderedBy(steps);
            List<Visit> whole = selected(Visit.TYPE, query);
            for (int i = 0; i < whole.size(); i++) {
                List<Visit> rest = whole.subList(i + 1, whole.size());
                Query<Visit> after = query.after(place(steps, whole.get(i)));
                assertThat(selected(Visit.TYPE, after))
                        .as("%s after %s", steps, i)
                        .isEqualTo(rest);
                assertThat(selected(Visit.TYPE, after.stretch(1, 2)))
                        .isEqualTo(rest.stream().skip(1).limit(2).toList());
            }
        }
    }

    private static Place place(List<Sort<Visit>> steps, Visit visit) {
        List<@Nullable Object> values = new ArrayList<>();
        steps.forEach(step -> values.add(read(step.attribute(), visit)));
        return new Place(values, visit.getId());
    }

    @Property(tries = 15)
    void groupsCountWhatTheirConditionsCount(@ForAll("drafts") List<Draft> drafts) {
        keep(drafts);
        run(records -> {
            List<Group> groups = records.aggregate(
                    Visit.TYPE,
                    new Aggregation<>(
                            Criterion.always(),
                            List.of(Visit.MINUTES, Visit.CONFIRMED),
                            List.of(new Measure.Count<>(Criterion.always()))));
            long all = 0;
            for (Group group : groups) {
                Criterion<Visit> where = same(Visit.MINUTES, group.key().get(0))
                        .and(same(Visit.CONFIRMED, group.key().get(1)));
                assertThat(group.values()).containsExactly(records.count(Visit.TYPE, where));
                all += (Long) group.values().get(0);
            }
            assertThat(all).isEqualTo(drafts.size());
        });
    }

    @SuppressWarnings("unchecked")
    private static <V> Criterion<Visit> same(Attribute<Visit, V> attribute, @Nullable Object value) {
        return value == null ? new Criterion.Blank<>(attribute) : new Criterion.OneOf<>(attribute, Set.of((V) value));
    }

    private void keep(List<Draft> drafts) {
        startAfresh();
        List<Contact> people = List.of(
                inserted(complete(new Contact("Ada", "Lovelace"))),
                inserted(complete(new Contact("Charles", "Babbage"))));
        List<Visit> visits = new ArrayList<>();
        run(records -> {
            for (Draft draft : drafts) {
                Visit visit = visit(draft.subject());
                visit.setMinutes(draft.minutes());
                visit.setConfirmed(draft.confirmed());
                visit.setExpenses(draft.expenses());
                draft.attendees().forEach(number -> visit.addAttendee(people.get(number)));
                if (draft.follows() != null && !visits.isEmpty()) {
                    visit.setFollows(Ref.to(visits.get(draft.follows() % visits.size())));
                }
                visits.add(insert(records, visit));
            }
        });
    }
}
