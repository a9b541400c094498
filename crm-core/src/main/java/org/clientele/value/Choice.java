package org.clientele.value;

/** One of the values that a dictionary offers, known by its id. Two choices are equal when their ids are. */
public interface Choice {

    /** What is stored and exchanged, such as {@code in_progress}. */
    String id();

    /** What a person reads, such as {@code Open}. */
    String label();
}
