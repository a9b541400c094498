/** The laws of merge strategies, ours and a host's. */
@NullMarked
package org.clientele.testkit.merge;

import org.jspecify.annotations.NullMarked;
