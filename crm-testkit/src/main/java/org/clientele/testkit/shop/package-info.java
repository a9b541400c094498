/** What holds in a web shop: how its customers come in, what carts and orders come to, how carts move. */
@NullMarked
package org.clientele.testkit.shop;

import org.jspecify.annotations.NullMarked;
