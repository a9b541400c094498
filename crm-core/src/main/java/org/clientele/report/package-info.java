/**
 * Reports: counts and exact sums over the records that a viewer may see, group by group, each cell with the records that
 * it counts.
 *
 * <p>Laws: the totals are the sums of the rows; the records of a cell are as many as it says; money is never added across
 * currencies.
 */
@NullMarked
package org.clientele.report;

import org.jspecify.annotations.NullMarked;
