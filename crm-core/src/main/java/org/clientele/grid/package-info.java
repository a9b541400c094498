/**
 * Grids: lists of records with columns, an order, a filter, pages and totals, and the views of them that people save.
 *
 * <p>Laws: pages and slices show exactly what the filter selects of what the viewer may see, each record once; a view that is
 * saved shows the same again, however much later, with its times relative to then.
 */
@NullMarked
package org.clientele.grid;

import org.jspecify.annotations.NullMarked;
