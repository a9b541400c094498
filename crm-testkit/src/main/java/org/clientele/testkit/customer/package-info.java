/** Laws and examples of customers, for our stores and a host's. */
@NullMarked
package org.clientele.testkit.customer;

import org.jspecify.annotations.NullMarked;
