package org.clientele.value;

import java.io.Serializable;

/** One of the values that a dictionary offers, known by its id. Two choices are equal when their ids are. */
public interface Choice extends Serializable {

    /** What is stored and exchanged, such as {@code in_progress}. */
    String id();

    /** What a person reads, such as {@code Open}. */
    String label();
}
