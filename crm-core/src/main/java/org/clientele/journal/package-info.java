/**
 * What happened: every transaction is one change set that says what changed, from what, to what, by whom and why. The
 * audit trail is the list of them.
 *
 * <p>Law: the journal replayed from empty gives the store's records.
 */
@NullMarked
package org.clientele.journal;

import org.jspecify.annotations.NullMarked;
