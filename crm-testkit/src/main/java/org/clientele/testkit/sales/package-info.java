/** What holds of opportunities, leads and their conversion, on every store: the tables of documents, and laws. */
@NullMarked
package org.clientele.testkit.sales;

import org.jspecify.annotations.NullMarked;
