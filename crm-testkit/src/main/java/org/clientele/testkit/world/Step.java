package org.clientele.testkit.world;

/**
 * Adds something to a world, usually one record. Steps are immutable values, made before there is any world: they point to
 * other records by numbers that {@link World#pick} turns into whatever is there, so that every selection of steps is a
 * valid world and jqwik can leave out any of them.
 */
@FunctionalInterface
public interface Step {

    /** Adds it; a step whose needs are not met adds nothing. */
    void build(World world);
}
