/** Tags over all types, and one search over all that records say. */
@NullMarked
package org.clientele.examples.search;

import org.jspecify.annotations.NullMarked;
