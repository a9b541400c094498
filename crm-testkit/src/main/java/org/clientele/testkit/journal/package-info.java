/** The laws of history: it tells all that happened, and nothing else. */
@NullMarked
package org.clientele.testkit.journal;

import org.jspecify.annotations.NullMarked;
