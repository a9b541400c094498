/**
 * Who may do what with which record. One rule gives the decision for a record, the condition on every query and the
 * sentence that explains it.
 *
 * <p>Laws: the records that the filter selects are exactly those for which the decision is yes; a higher level never
 * allows less; without an actor, a role or a grant nothing is allowed; adding the grant that a denial names as missing
 * makes it an approval.
 */
@NullMarked
package org.clientele.access;

import org.jspecify.annotations.NullMarked;
