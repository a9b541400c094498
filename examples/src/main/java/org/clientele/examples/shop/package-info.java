/** A web shop over JSON and HTTP whose customers, carts and orders are kept in a channel of the CRM. */
@NullMarked
package org.clientele.examples.shop;

import org.jspecify.annotations.NullMarked;
