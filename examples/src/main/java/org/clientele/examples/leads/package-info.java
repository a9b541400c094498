/** From a lead to a deal that is won: plan, look, apply. */
@NullMarked
package org.clientele.examples.leads;

import org.jspecify.annotations.NullMarked;
