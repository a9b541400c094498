/** The laws of owners: who owns records stays, and hands them over as a whole. */
@NullMarked
package org.clientele.testkit.owner;

import org.jspecify.annotations.NullMarked;
