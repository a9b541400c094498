package org.clientele.jpa;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.clientele.criteria.Attribute;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;

/**
 * The way of a statement from a record or an item to the values of an attribute, wherever they are kept: in a column, in
 * the rows of a collection, among the custom values, or in a class below.
 *
 * @param entity other rows to read, with their alias; empty when there are none
 * @param collection the collection of those rows, or of the record itself, whose elements are the values; may be empty
 * @param links conditions by which the other rows belong to the record
 * @param witness an expression that a row has which is there
 * @param term the expression of a value
 */
record Path(String entity, String collection, List<String> links, String witness, Term term) {

    /** The way to an attribute of the rows that an alias stands for. */
    static Path to(Attribute<?, ?> attribute, String alias, Class<?> owner, Mapping mapping, Statement statement) {
        if (Term.isCustom(attribute)) {
            String row = statement.alias();
            String name = Objects.requireNonNull(Term.property(attribute)).name();
            List<String> links =
                    List.of(row + ".id.recordId = " + alias + ".id", row + ".id.name = " + statement.bind(name));
            return new Path(
                    CustomValue.ENTITY + " " + row, "", links, row + ".id.recordId", Term.custom(attribute, row));
        }
        Class<?> holder = mapping.holder(owner, attribute);
        // not every provider finds the columns of items in a subquery that begins with them
        if (holder != owner || attribute instanceof ItemsProperty<?, ?>) {
            Path row = below(holder, alias, mapping, statement);
            Path rest = within(attribute, row.term.value(), statement);
            return new Path(row.entity, rest.collection, row.links, row.witness, rest.term);
        }
        return within(attribute, alias, statement);
    }

    /** The way to the row of a record in a class below. */
    static Path below(Class<?> holder, String alias, Mapping mapping, Statement statement) {
        String row = statement.alias();
        return new Path(
                mapping.entity(holder) + " " + row,
                "",
                List.of(row + ".id = " + alias + ".id"),
                row + ".id",
                Term.of(row));
    }

    private static Path within(Attribute<?, ?> attribute, String alias, Statement statement) {
        if (attribute instanceof CollectionProperty<?, ?, ?>) {
            String element = statement.alias();
            String collection = alias + "." + attribute.name() + " " + element;
            return new Path("", collection, List.of(), element, Term.of(element));
        }
        return new Path("", "", List.of(), alias, Term.mapped(attribute, alias));
    }

    /** Whether a comparison of the value is neither true nor false where there is none. */
    boolean mayBeUnknown() {
        return isColumn() && !term.isAlwaysThere();
    }

    private boolean isColumn() {
        return entity.isEmpty() && collection.isEmpty();
    }

    /** The condition that any of the values meets a condition. */
    String any(Function<Term, String> condition) {
        String met = condition.apply(term);
        if (isColumn() || met.equals(Logic.NEVER)) {
            return met;
        }
        StringBuilder rows = new StringBuilder(entity);
        rows.append(entity.isEmpty() || collection.isEmpty() ? "" : " join ").append(collection);
        return "exists (select " + witness + " from " + rows + Logic.where(linked(), met) + ")";
    }

    /** The same condition in a query that may find a record any number of times: its rows are read beside the record. */
    String beside(Beside record, Function<Term, String> condition) {
        if (entity.isEmpty()) {
            record.joins.append(collection.isEmpty() ? "" : " join " + collection);
        } else {
            record.others.append(", " + entity + (collection.isEmpty() ? "" : " join " + collection));
        }
        return Logic.and(linked(), condition.apply(term));
    }

    /** What a query reads beside the records of its first entity. */
    static final class Beside {

        private final StringBuilder joins = new StringBuilder();
        private final StringBuilder others = new StringBuilder();

        /** To be written after the first entity and its alias. */
        @Override
        public String toString() {
            return joins.toString() + others;
        }
    }

    private String linked() {
        return Logic.and(links);
    }
}
