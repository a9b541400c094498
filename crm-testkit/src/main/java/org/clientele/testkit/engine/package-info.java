/** The laws of merging and of exchange, over generated worlds. */
@NullMarked
package org.clientele.testkit.engine;

import org.jspecify.annotations.NullMarked;
