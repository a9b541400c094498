/** Customers: what every kind of customer of every channel has in common. */
@NullMarked
package org.clientele.customer;

import org.jspecify.annotations.NullMarked;
