/** Selling: business customers, leads and opportunities, and what they come to. */
@NullMarked
package org.clientele.sales;

import org.jspecify.annotations.NullMarked;
