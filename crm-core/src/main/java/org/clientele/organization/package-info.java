/** Who works with the CRM: organizations, their business units, users and their memberships; and who owns a record. */
@NullMarked
package org.clientele.organization;

import org.jspecify.annotations.NullMarked;
