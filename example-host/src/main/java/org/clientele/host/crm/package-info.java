/** How the host has its CRM: on its own persistence unit and transactions, by its own roles, for whoever calls. */
@NullMarked
package org.clientele.host.crm;

import org.jspecify.annotations.NullMarked;
