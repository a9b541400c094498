/** What Clientele promises, as tests that a host runs against its own stores, types and policies. */
@NullMarked
package org.clientele.testkit;

import org.jspecify.annotations.NullMarked;
