/** The laws of a storefront: totals equal their items, statuses move as documented, references are kept whole. */
@NullMarked
package org.clientele.testkit.storefront;

import org.jspecify.annotations.NullMarked;
