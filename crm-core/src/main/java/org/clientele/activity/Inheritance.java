package org.clientele.activity;

import org.clientele.property.Trait;

/**
 * Whose timeline shows the activities of whom across a reference, where inherited ones are asked for: an account's those of
 * its customers and contacts, for example. A trait of references and of sets of them.
 */
public enum Inheritance implements Trait<Object> {
    /** The record pointed to inherits from the record that points. */
    BY_TARGET,
    /** The record that points inherits from those that it points to. */
    BY_HOLDER
}
