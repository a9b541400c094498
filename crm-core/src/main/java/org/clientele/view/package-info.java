/**
 * An account seen whole: what the other packages know of it, on one page and as one value.
 *
 * <p>Laws: the viewer sees and counts what the viewer may see; the number of statements does not grow with the number of
 * records; what a count says is what its condition selects.
 */
@NullMarked
package org.clientele.view;

import org.jspecify.annotations.NullMarked;
