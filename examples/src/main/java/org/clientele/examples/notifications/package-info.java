/** A search index of the host that follows the CRM by a listener, is down for a while, and catches up. */
@NullMarked
package org.clientele.examples.notifications;

import org.jspecify.annotations.NullMarked;
