/** What the host does with accounts of the CRM. */
@NullMarked
package org.clientele.host.account;

import org.jspecify.annotations.NullMarked;
