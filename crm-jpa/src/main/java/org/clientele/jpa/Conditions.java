package org.clientele.jpa;

import static java.util.stream.Collectors.joining;

import java.util.List;
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
            return join(all.parts(), " and ", Comparisons.ALWAYS, at);
        } else if (where instanceof Criterion.Any<?> any) {
            return join(any.parts(), " or ", Comparisons.NEVER, at.apart());
        } else if (where instanceof Criterion.Not<?> not) {
            return not(not.part(), at.apart());
        } else if (where instanceof Criterion.OneOf<?, ?> oneOf) {
            return with(oneOf.attribute(), at, term -> comparisons.oneOf(term, oneOf.attribute(), oneOf.values()));
        } else if (where instanceof Criterion.Ordered<?, ?> ordered) {
            return with(ordered.attribute(), at, term -> comparisons.ordered(term, ordered));
        } else if (where instanceof Criterion.TextMatch<?> match) {
            return with(match.attribute(), at, term -> comparisons.match(term, match));
        } else if (where instanceof Criterion.OneText<?> one) {
            return with(one.attribute(), at, term -> comparisons.oneText(term, one.texts()));
        } else if (where instanceof Criterion.Blank<?> blank) {
            return "not (" + with(blank.attribute(), at.apart(), term -> Comparisons.present(term, blank.attribute()))
                    + ")";
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

    private String join(List<? extends Criterion<?>> parts, String word, String empty, Source at) {
        return parts.isEmpty()
                ? empty
                : parts.stream().map(part -> of(part, at)).collect(joining(word, "(", ")"));
    }

    /** The opposite, in which unknown counts as false before it is turned round. */
    private String not(Criterion<?> part, Source at) {
        String condition = of(part, at);
        return isDefinite(part) ? "not (" + condition + ")" : "(case when " + condition + " then 1 else 0 end) = 0";
    }

    private static boolean isDefinite(Criterion<?> where) {
        if (where instanceof Criterion.All<?> all) {
            return all.parts().stream().allMatch(Conditions::isDefinite);
        } else if (where instanceof Criterion.Any<?> any) {
            return any.parts().stream().allMatch(Conditions::isDefinite);
        }
        return !(where instanceof Criterion.OneOf<?, ?>
                || where instanceof Criterion.Ordered<?, ?>
                || where instanceof Criterion.TextMatch<?>
                || where instanceof Criterion.OneText<?>
                || where instanceof Criterion.Related<?, ?>);
    }

    private String with(Attribute<?, ?> attribute, Source at, Function<Term, String> condition) {
        Path path = path(attribute, at);
        return at.beside == null ? path.any(condition) : path.beside(at.beside, condition);
    }

    private Path path(Attribute<?, ?> attribute, Source at) {
        return Path.to(attribute, at.alias, at.owner, mapping, statement);
    }

    private String related(Term term, Criterion.Related<?, ?> related) {
        Optional<String> rows = rows(related.where());
        if (rows.isPresent()) {
            return term.value() + " in (" + rows.get() + ")";
        }
        From from = from(related.relation().target(), statement.alias(), new Path.Beside());
        return term.value() + " in (" + selected(from, from.source.alias + ".id", of(related.where(), from.source))
                + ")";
    }

    /**
     * The identities of the records that have some element in a collection, read from its rows alone if these are mapped as
     * an entity: so the number of records does not matter, only that of the rows.
     */
    private Optional<String> rows(Criterion<?> where) {
        return where instanceof Criterion.HasAny<?, ?> has
                ? mapping.rows(has.attribute()).map(entity -> rows(entity, has))
                : Optional.empty();
    }

    private String rows(String entity, Criterion.HasAny<?, ?> has) {
        String row = statement.alias();
        return "select " + row + ".id.recordId from " + entity + " " + row + " where "
                + comparisons.element(Term.of(row + ".id.element"), has.attribute(), has.elements());
    }

    /** Not correlated: a database finds the values once. Conditions on collections are joined there, not asked for each. */
    private static String selected(From from, String value, String condition) {
        return "select " + value + " from " + from.entity + from.source.beside + " where " + from.types + " and "
                + condition;
    }

    /** A reference to anything names the type, so that each type has a query of its own. */
    private String referred(Criterion.Referred<?, ?> referred, Source at) {
        if (!(referred.by() instanceof AnyReferenceProperty<?>)) {
            return at.alias + ".id in (" + targets(referred, null) + ")";
        }
        return schema.typesBelow(at.owner)
                .map(type -> ofClass(Set.of(type.recordClass()), at) + " and " + at.alias + ".id in ("
                        + targets(referred, type.name()) + ")")
                .collect(joining(" or ", "(", ")"));
    }

    private String targets(Criterion.Referred<?, ?> referred, @Nullable String type) {
        Path.Beside beside = new Path.Beside();
        From from = from(referred.holder(), statement.alias(), beside);
        Path path = path(referred.by(), from.source);
        Term term = path.term();
        String target = type == null ? term.value() : Objects.requireNonNull(term.second());
        String named = type == null ? "" : term.value() + " = " + statement.bind(type) + " and ";
        String points = path.beside(beside, value -> named + target + " is not null and ");
        return selected(from, target, points + of(referred.where(), from.source));
    }

    private String ofClass(Set<Class<?>> classes, Source at) {
        List<? extends EntityType<?>> possible = schema.typesBelow(at.owner).toList();
        List<String> wanted = possible.stream()
                .map(EntityType::recordClass)
                .filter(classes::contains)
                .map(mapping::entity)
                .toList();
        if (wanted.isEmpty() || wanted.size() == possible.size()) {
            return wanted.isEmpty() ? Comparisons.NEVER : Comparisons.ALWAYS;
        }
        return "type(" + at.alias + ") in (" + String.join(", ", wanted) + ")";
    }
}
