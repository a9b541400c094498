/** Worlds to test in: generated, valid by construction, made through the public API, shrinking to the few records that matter. */
@NullMarked
package org.clientele.testkit.world;

import org.jspecify.annotations.NullMarked;
