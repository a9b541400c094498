package org.clientele.testkit.engine;

/** Where a merge is told to take a property's value from. */
sealed interface Pick {

    /** One of the records, by its place; 0 is the master. */
    record From(int member) implements Pick {}

    /** All records. */
    record All() implements Pick {}

    /** A text of the caller's own. */
    record Text(String text) implements Pick {}
}
