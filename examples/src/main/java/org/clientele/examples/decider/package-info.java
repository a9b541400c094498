/** Access decided outside: rules by jCasbin, memberships by the host's own list of staff. */
@NullMarked
package org.clientele.examples.decider;

import org.jspecify.annotations.NullMarked;
