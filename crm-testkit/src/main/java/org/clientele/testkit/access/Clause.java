package org.clientele.testkit.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.CollectionProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.testkit.world.World;
import org.clientele.value.Money;

/** A condition that can be asked about any type: it is made of numbers, and becomes one of what is in a world. */
sealed interface Clause {

    List<Match> MATCHES = List.of(Match.values());
    List<Operator> OPERATORS = List.of(Operator.values());

    <R extends CrmRecord> Criterion<R> on(EntityType<R> type, World world);

    /** Conditions on single properties, on records pointed to, and what is joined of them. */
    static Arbitrary<Clause> any() {
        Arbitrary<Clause> plain = about(Arbitraries.just(new Joined(true, List.of())));
        Arbitrary<Clause> leaf = about(plain);
        Arbitrary<Clause> joined = Combinators.combine(
                        Arbitraries.of(true, false), leaf.list().ofMinSize(1).ofMaxSize(3))
                .as(Joined::new);
        Arbitrary<Clause> either = Arbitraries.frequencyOf(Tuple.of(3, leaf), Tuple.of(1, joined));
        return Arbitraries.frequencyOf(Tuple.of(2, either), Tuple.of(1, either.map(Opposite::new)));
    }

    private static Arbitrary<Clause> about(Arbitrary<Clause> related) {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 60);
        return Combinators.combine(numbers, numbers, numbers, related).as(About::new);
    }

    /** All of these or any of them. */
    record Joined(boolean all, List<Clause> parts) implements Clause {
        @Override
        public <R extends CrmRecord> Criterion<R> on(EntityType<R> type, World world) {
            List<Criterion<? super R>> on = new ArrayList<>();
            parts.forEach(part -> on.add(part.on(type, world)));
            return all ? new Criterion.All<>(on) : new Criterion.Any<>(on);
        }
    }

    /** The opposite. */
    record Opposite(Clause part) implements Clause {
        @Override
        public <R extends CrmRecord> Criterion<R> on(EntityType<R> type, World world) {
            return new Criterion.Not<>(part.on(type, world));
        }
    }

    /** One property, compared in some way with the value that some record has. */
    record About(int property, int sample, int way, Clause related) implements Clause {
        @Override
        @SuppressWarnings("unchecked") // a property of a type above is one of the type's
        public <R extends CrmRecord> Criterion<R> on(EntityType<R> type, World world) {
            List<Property<? super R, ?>> all = world.crm().schema().properties(type);
            return on((Property<R, ?>) all.get(property % all.size()), type, world);
        }

        private <R extends CrmRecord, V> Criterion<R> on(Property<R, V> chosen, EntityType<R> type, World world) {
            V value = world.pick(type, sample).map(chosen::get).orElse(null);
            if (chosen instanceof Relation<?, ?, ?> && way % 2 == 0) {
                return related((Relation<R, ?, ?>) chosen, world);
            }
            return value == null || way % 3 == 0 ? chosen.isBlank() : like(chosen, value);
        }

        @SuppressWarnings("unchecked") // a relation points to records of the type of its class
        private <R, T extends CrmRecord> Criterion<R> related(Relation<R, ?, ?> relation, World world) {
            EntityType<T> target = (EntityType<T>) world.crm().schema().type(relation.target());
            return new Criterion.Related<>((Relation<R, ?, T>) relation, related.on(target, world));
        }

        @SuppressWarnings("unchecked") // a kind of property has values of one class
        private <R, V> Criterion<R> like(Property<R, V> chosen, V value) {
            Property<?, ?> kind = chosen;
            if (kind instanceof ItemsProperty<?, ?> && way % 2 == 0) {
                return any((ItemsProperty<R, Object>) kind, (Collection<Object>) value);
            } else if (kind instanceof CollectionProperty<?, ?, ?>) {
                return new Criterion.HasAny<>(
                        (Attribute<R, Collection<Object>>) kind, Set.copyOf((Collection<Object>) value));
            } else if (kind instanceof TextProperty<?> && way % 2 == 0) {
                return new Criterion.TextMatch<>(
                        (TextProperty<R>) kind, MATCHES.get(way % MATCHES.size()), value.toString());
            } else if (kind instanceof TextProperty<?>) {
                return new Criterion.OneText<>((TextProperty<R>) kind, Set.of(value.toString()));
            } else if (kind instanceof MoneyProperty<?>) {
                return ((MoneyProperty<R>) kind).atLeast((Money) value);
            } else if (kind instanceof DateProperty<?> && way % 2 == 0) {
                return ((DateProperty<R>) kind).monthIn(((LocalDate) value).getMonth());
            } else if (kind instanceof OrderedProperty<?, ?>) {
                return ordered((OrderedProperty<R, ?>) kind, value);
            }
            return new Criterion.OneOf<>(chosen, Set.of(value));
        }

        private static <R, I> Criterion<R> any(ItemsProperty<R, I> items, Collection<I> value) {
            return value.stream()
                    .findFirst()
                    .map(item -> items.any(sameFirst(items.items().properties().get(0), item)))
                    .orElseGet(items::isBlank);
        }

        private static <I, V> Criterion<I> sameFirst(Property<I, V> property, I item) {
            V value = property.get(item);
            return value == null ? property.isBlank() : new Criterion.OneOf<>(property, Set.of(value));
        }

        @SuppressWarnings("unchecked")
        private <R, V extends Comparable<? super V>> Criterion<R> ordered(
                OrderedProperty<R, V> property, Object value) {
            return new Criterion.Ordered<>(property, OPERATORS.get(way % OPERATORS.size()), (V) value);
        }
    }
}
