/** A host of the library: an application with entities of its own and a CRM inside. */
@NullMarked
package org.clientele.host;

import org.jspecify.annotations.NullMarked;
