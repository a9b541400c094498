/** Entities of the host that the CRM knows nothing of, and that stand beside its records. */
@NullMarked
package org.clientele.host.subscription;

import org.jspecify.annotations.NullMarked;
