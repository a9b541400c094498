/** Laws and examples of channels, customers and the accounts that gather them. */
@NullMarked
package org.clientele.testkit.customer;

import org.jspecify.annotations.NullMarked;
