/** Types as a host makes them; every suite runs on them as well, since the library has no special case for its own. */
@NullMarked
package org.clientele.testkit.host;

import org.jspecify.annotations.NullMarked;
