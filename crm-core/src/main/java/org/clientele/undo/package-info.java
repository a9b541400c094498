/**
 * Takes back what a change set did, whatever it was, three-way: what nobody touched since becomes what it was before, what
 * somebody changed since stays and is named, what is needed by others or must not be written is left out and named.
 *
 * <p>Laws: when nothing came between, an undo gives exactly what was before; a later edit is never lost; what was deleted
 * comes back whole or not at all; done twice it does nothing; it is a change set itself, and can be undone.
 */
@NullMarked
package org.clientele.undo;

import org.jspecify.annotations.NullMarked;
