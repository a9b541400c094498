/**
 * Segments: records of one type by a condition that has a name - asked anew each time, or taken once and kept.
 *
 * <p>Laws: a dynamic segment has exactly the records that its filter selects of what the viewer may see; a static one those
 * that it had when it was taken, without what was deleted since, and a merged record's survivor in its place.
 */
@NullMarked
package org.clientele.segment;

import org.jspecify.annotations.NullMarked;
