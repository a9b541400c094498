package org.clientele.door;

import java.util.List;
import org.clientele.model.EntityType;
import org.clientele.value.Counted;

/**
 * A number of records of a type as a sentence speaks of them: "12 accounts (Acuserv, Big Bear Stores, Body Toning, ...)".
 *
 * @param count how many, from 1
 * @param names what some of them are called, of those that the reader may see
 */
record SomeRecords(EntityType<?> type, long count, List<String> names) {

    /** How many records a sentence calls by their names. */
    static final int NAMED = 3;

    boolean isOne() {
        return count == 1;
    }

    /** The pronoun for them. */
    String them() {
        return isOne() ? "it" : "them";
    }

    @Override
    public String toString() {
        String what = isOne() ? type.name() : Counted.of(count, type.name());
        if (names.isEmpty()) {
            return what + " that you may not see";
        } else if (isOne()) {
            return what + " " + names.get(0);
        }
        return what + " (" + String.join(", ", names) + (count > names.size() ? ", ...)" : ")");
    }
}
