package org.clientele.door;

import java.util.Set;

/**
 * How much of a record that is there an actor sees today.
 *
 * @param isShown whether the actor may view it at all
 * @param hidden the properties, by name, that it does not show
 * @param name what it is called, since its names of old may tell what is hidden; empty when nothing is hidden
 */
record Glimpse(boolean isShown, Set<String> hidden, String name) {

    static final Glimpse NONE = new Glimpse(false, Set.of(), "");
    static final Glimpse ALL = new Glimpse(true, Set.of(), "");
}
