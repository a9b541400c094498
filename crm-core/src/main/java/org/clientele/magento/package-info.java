/** The web shop: its customers, their carts and their orders, and how they come in. */
@NullMarked
package org.clientele.magento;

import org.jspecify.annotations.NullMarked;
