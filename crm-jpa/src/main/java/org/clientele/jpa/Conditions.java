package org.clientele.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.CollectionProperty;
import org.jspecify.annotations.Nullable;

/** Writes conditions in the language of queries; every value becomes a parameter. For one statement. */
final class Conditions {

    private final Schema schema;
    private final Mapping mapping;
    private final Statement statement;
    private final Comparisons comparisons;

    Conditions(Schema schema, Mapping mapping, Statement statement) {
        this.schema = schema;
        this.mapping = mapping;
        this.statement = statement;
        this.comparisons = new Comparisons(statement);
    }

    /**
     * Whose attributes a condition is about.
     *
     * @param owner the class of the records or items
     * @param beside what the query reads besides, if it may find a record any number of times and all that it asks must hold
     */
    record Source(String alias, Class<?> owner, Path.@Nullable Beside beside) {

        /** For a part that need not hold. */
        Source apart() {
            return new Source(alias, owner, null);
        }
    }

    /** What begins a query about the records of a class: the entity, its alias, and as a condition which types are meant. */
    record From(String entity, Source source, String types) {}

    /** A query about the records of a class and of those below it. */
    From from(Class<?> recordClass, String alias) {
        return from(recordClass, alias, null);
    }

    private From from(Class<?> recordClass, String alias, Path.@Nullable Beside beside) {
        Class<?> root = mapping.root(recordClass);
        Source source = new Source(alias, root, beside);
        Set<Class<?>> classes =
                schema.typesBelow(recordClass).map(EntityType::recordClass).collect(Collectors.toSet());
        return new From(mapping.entity(root) + " " + alias, source, ofClass(classes, source));
    }

    /** The condition; true exactly for the records for which the criterion holds, else false or unknown. */
    String of(Criterion<?> where, Source at) {
        if (where instanceof Criterion.All<?> all) {
            return all(all.parts(), at);
        } else if (where instanceof Criterion.Any<?> any) {
            return Logic.or(each(Alternatives.of(any.parts()), part -> of(part, at.apart())));
        } else if (where instanceof Criterion.Not<?> not) {
            return opposite(not.part(), at.apart());
        } else if (where instanceof Criterion.OneOf<?, ?> oneOf) {
            return with(oneOf.attribute(), at, term -> comparisons.oneOf(term, oneOf.attribute(), oneOf.values()));
        } else if (where instanceof Criterion.Ordered<?, ?> ordered) {
            return with(ordered.attribute(), at, term -> comparisons.ordered(term, ordered));
        } else if (where instanceof Criterion.OnCalendar<?> part) {
            return with(part.attribute(), at, term -> comparisons.onCalendar(term, part));
        } else if (where instanceof Criterion.TextMatch<?> match) {
            return with(match.attribute(), at, term -> comparisons.match(term, match));
        } else if (where instanceof Criterion.OneText<?> one) {
            return with(one.attribute(), at, term -> comparisons.oneText(term, one.texts()));
        } else if (where instanceof Criterion.Blank<?> blank) {
            return Logic.not(with(blank.attribute(), at.apart(), term -> Comparisons.present(term, blank.attribute())));
        } else if (where instanceof Criterion.HasAny<?, ?> has) {
            return with(has.attribute(), at, term -> comparisons.element(term, has.attribute(), has.elements()));
        } else if (where instanceof Criterion.AnyItem<?, ?> any) {
            return with(any.attribute(), at, term -> of(any.where(), new Source(term.value(), Object.class, null)));
        } else if (where instanceof Criterion.Related<?, ?> related) {
            return with(related.relation(), at, term -> related(term, related));
        } else if (where instanceof Criterion.Referred<?, ?> referred) {
            return referred(referred, at);
        } else {
            return ofClass(((Criterion.OfClass<?>) where).classes(), at);
        }
    }

    private static List<String> each(List<? extends Criterion<?>> parts, Function<Criterion<?>, String> condition) {
        return parts.stream().<String>map(condition).toList();
    }

    /** Values of one row of a class below are compared in that row together: a database finds it by the rarest of them. */
    private String all(List<? extends Criterion<?>> parts, Source at) {
        List<String> conditions = new ArrayList<>();
        Map<Class<?>, List<Criterion<?>>> below = new LinkedHashMap<>();
        List<Criterion<?>> denied = new ArrayList<>();
        for (Criterion<?> part : parts) {
            if (part instanceof Criterion.Not<?> not) {
                denied.add(not.part());
                continue;
            }
            below(part, at)
                    .ifPresentOrElse(
                            holder -> below.computeIfAbsent(holder, first -> new ArrayList<>())
                                    .add(part),
                            () -> conditions.add(of(part, at)));
        }
        Alternatives.of(denied).forEach(one -> conditions.add(opposite(one, at.apart())));
        below.forEach((holder, together) ->
                conditions.add(met(Path.below(holder, at.alias, mapping, statement), at, row -> {
                    Source own = new Source(row.value(), holder, null);
                    return Logic.and(each(together, part -> of(part, own)));
                })));
        return Logic.and(conditions);
    }

    /** The class below in whose rows the value is that is compared. */
    private Optional<Class<?>> below(Criterion<?> part, Source at) {
        return asked(part)
                .filter(attribute -> !Term.isCustom(attribute) && !(attribute instanceof CollectionProperty<?, ?, ?>))
                .<Class<?>>map(attribute -> mapping.holder(at.owner, attribute))
                .filter(holder -> holder != at.owner);
    }

    /** The opposite, in which unknown counts as false before it is turned round. */
    private String opposite(Criterion<?> part, Source at) {
        if (part instanceof Criterion.All<?> all) {
            return opposite(all, at);
        } else if (part instanceof Criterion.Any<?> any) {
            return Logic.and(each(Alternatives.of(any.parts()), one -> opposite(one, at)));
        } else if (part instanceof Criterion.Not<?> not) {
            return of(not.part(), at);
        }
        String opposite = Logic.not(of(part, at));
        return asked(part)
                .map(attribute -> path(attribute, at))
                .filter(Path::mayBeUnknown)
                .map(path -> Logic.or(List.of(path.term().value() + " is null", opposite)))
                .orElse(opposite);
    }

    private String opposite(Criterion.All<?> all, Source at) {
        List<Criterion<?>> denied = new ArrayList<>();
        List<String> either = new ArrayList<>();
        for (Criterion<?> part : all.parts()) {
            if (part instanceof Criterion.Not<?> not) {
                denied.add(not.part());
            } else {
                either.add(opposite(part, at));
            }
        }
        Alternatives.of(denied).forEach(one -> either.add(of(one, at)));
        return Logic.or(either);
    }

    /** The attribute whose value is compared, where a condition is unknown if there is none. */
    private static Optional<Attribute<?, ?>> asked(Criterion<?> where) {
        if (where instanceof Criterion.OneOf<?, ?> oneOf) {
            return Optional.of(oneOf.attribute());
        } else if (where instanceof Criterion.Ordered<?, ?> ordered) {
            return Optional.of(ordered.attribute());
        } else if (where instanceof Criterion.OnCalendar<?> part) {
            return Optional.of(part.attribute());
        } else if (where instanceof Criterion.TextMatch<?> match) {
            return Optional.of(match.attribute());
        } else if (where instanceof Criterion.OneText<?> one) {
            return Optional.of(one.attribute());
        }
        return where instanceof Criterion.Related<?, ?> related ? Optional.of(related.relation()) : Optional.empty();
    }

    private String with(Attribute<?, ?> attribute, Source at, Function<Term, String> condition) {
        return met(path(attribute, at), at, condition);
    }

    private static String met(Path path, Source at, Function<Term, String> condition) {
        return at.beside == null ? path.any(condition) : path.beside(at.beside, condition);
    }

    private Path path(Attribute<?, ?> attribute, Source at) {
        return Path.to(attribute, at.alias, at.owner, mapping, statement);
    }

    private String related(Term term, Criterion.Related<?, ?> related) {
        Optional<String> rows = rows(term, related.where());
        if (rows.isPresent()) {
            return rows.get();
        }
        From from = from(related.relation().target(), statement.alias(), new Path.Beside());
        return among(term.value(), from, from.source.alias + ".id", of(related.where(), from.source));
    }

    /**
     * That a record has some element in a collection, asked of the collection's rows alone if these are mapped as an entity:
     * so the number of records does not matter, only that of the rows.
     */
    private Optional<String> rows(Term term, Criterion<?> where) {
        return where instanceof Criterion.HasAny<?, ?> has
                ? mapping.rows(has.attribute()).map(entity -> rows(term, entity, has))
                : Optional.empty();
    }

    private String rows(Term term, String entity, Criterion.HasAny<?, ?> has) {
        String row = statement.alias();
        return among(
                term.value(),
                row + ".id.recordId",
                entity + " " + row,
                comparisons.element(Term.of(row + ".id.element"), has.attribute(), has.elements()));
    }

    /** Not correlated: a database finds the values once. Conditions on collections are joined there, not asked for each. */
    private static String among(String value, From from, String selected, String condition) {
        return among(value, selected, from.entity + from.source.beside, Logic.and(from.types, condition));
    }

    private static String among(String value, String selected, String rows, String condition) {
        return condition.equals(Logic.NEVER)
                ? condition
                : value + " in (select " + selected + " from " + rows + Logic.where(condition) + ")";
    }

    /** A reference to anything names the type, so that each type has a query of its own. */
    private String referred(Criterion.Referred<?, ?> referred, Source at) {
        String id = at.alias + ".id";
        if (!(referred.by() instanceof AnyReferenceProperty<?>)) {
            return target(id, referred, null);
        }
        return Logic.or(schema.typesBelow(at.owner)
                .map(type -> Logic.and(ofClass(Set.of(type.recordClass()), at), target(id, referred, type.name())))
                .toList());
    }

    private String target(String id, Criterion.Referred<?, ?> referred, @Nullable String type) {
        Path.Beside beside = new Path.Beside();
        From from = from(referred.holder(), statement.alias(), beside);
        Path path = path(referred.by(), from.source);
        Term term = path.term();
        String target = type == null ? term.value() : Objects.requireNonNull(term.second());
        String named = type == null ? Logic.ALWAYS : term.value() + " = " + statement.bind(type);
        String points = path.beside(beside, value -> Logic.and(named, target + " is not null"));
        return among(id, from, target, Logic.and(points, of(referred.where(), from.source)));
    }

    private String ofClass(Set<Class<?>> classes, Source at) {
        List<? extends EntityType<?>> possible = schema.typesBelow(at.owner).toList();
        List<String> wanted = possible.stream()
                .map(EntityType::recordClass)
                .filter(classes::contains)
                .map(mapping::entity)
                .toList();
        if (wanted.isEmpty() || wanted.size() == possible.size()) {
            return wanted.isEmpty() ? Logic.NEVER : Logic.ALWAYS;
        }
        return "type(" + at.alias + ") in (" + String.join(", ", wanted) + ")";
    }
}
