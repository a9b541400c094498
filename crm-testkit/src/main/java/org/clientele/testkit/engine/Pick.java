package org.clientele.testkit.engine;

import java.util.List;
import org.clientele.merge.MergeStrategy;

/** Where a merge is told to take a property's value from. */
sealed interface Pick {

    /** One of the records, by its place; 0 is the master. */
    record From(int member) implements Pick {}

    /** All records. */
    record All() implements Pick {}

    /** A text of the caller's own. */
    record Text(String text) implements Pick {}

    /**
     * What a strategy makes of all.
     *
     * @param calculated the names of the properties that do not count as entered
     */
    record By(MergeStrategy<?, ?> strategy, List<String> calculated) implements Pick {

        @Override
        public String toString() {
            return "By[" + strategy.name() + "]";
        }
    }
}
