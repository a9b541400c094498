/** What every store promises: one contract for the heap, for databases and for a store of a host. */
@NullMarked
package org.clientele.testkit.store;

import org.jspecify.annotations.NullMarked;
