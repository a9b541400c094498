/**
 * Conditions, orders and pages as plain data: tested on a record in memory, translated by a store into its own language.
 *
 * <p>Laws: a criterion and its negation split every set of records in two; a record without a value is on the negative
 * side of every comparison; text is compared ignoring case, and no character of it is a wildcard.
 */
@NullMarked
package org.clientele.criteria;

import org.jspecify.annotations.NullMarked;
