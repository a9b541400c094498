/** A mailing list to which contacts are sent, and from which it comes back what became of the mail. */
@NullMarked
package org.clientele.examples.mailing;

import org.jspecify.annotations.NullMarked;
