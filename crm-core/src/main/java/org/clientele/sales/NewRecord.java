package org.clientele.sales;

/**
 * Stands in a plan for the identity of a record that is yet to be created, of which a plan has one of a type.
 *
 * @param type the name of its type
 */
public record NewRecord(String type) {

    @Override
    public String toString() {
        return "the new " + type;
    }
}
