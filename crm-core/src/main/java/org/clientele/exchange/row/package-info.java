/**
 * What files are made of: rows, where they come from and go to, what is wrong with them and what became of them. A format
 * implements {@link org.clientele.exchange.row.RowSource} and {@link org.clientele.exchange.row.RowSink} and needs no more.
 *
 * <p>Law: a row is known by its number, from the source to its outcome.
 */
@NullMarked
package org.clientele.exchange.row;

import org.jspecify.annotations.NullMarked;
