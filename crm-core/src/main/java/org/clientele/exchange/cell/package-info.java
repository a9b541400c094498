/**
 * How a value is written as a cell, and read from one: codecs, and what they may ask while they do.
 *
 * <p>Law: what a codec writes it reads as the same value.
 */
@NullMarked
package org.clientele.exchange.cell;

import org.jspecify.annotations.NullMarked;
