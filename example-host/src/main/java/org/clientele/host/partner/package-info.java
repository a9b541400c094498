/** A kind of customer that only this host has. */
@NullMarked
package org.clientele.host.partner;

import org.jspecify.annotations.NullMarked;
