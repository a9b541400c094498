/** One client, met in a sales channel, a web shop and a storefront, on one page. */
@NullMarked
package org.clientele.examples.account360;

import org.jspecify.annotations.NullMarked;
