/**
 * Keeping records alike with those of other systems: what a remote tells is taken in by external identity, then by rules; what
 * was changed here is written back; a conflict is decided property by property against what both sides had last. How a remote
 * is reached is a {@link org.clientele.sync.Connector} of the host.
 *
 * <p>Laws: what a remote tells twice changes nothing the second time; a record that can not be taken is kept with its reason
 * and tried again, and keeps no other from being taken; what came in is not sent back; a run that is interrupted anywhere and
 * begun again ends as if it had not been; of a two-way connection both sides are alike in the end, and no change is lost
 * but to the side that has priority.
 */
@NullMarked
package org.clientele.sync;

import org.jspecify.annotations.NullMarked;
