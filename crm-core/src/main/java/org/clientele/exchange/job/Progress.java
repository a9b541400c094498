package org.clientele.exchange.job;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far an import has come. {@code rows} is the sum of the five counts after it; what was done before an interruption is
 * among them.
 *
 * @param rows rows done
 * @param processed how much is read, in the unit of the total
 * @param total how much there is in all, in bytes or rows; empty when unknown
 * @param rowsPerSecond how many rows were done in a second since this run began, by the CRM's clock; empty while no time has
 *     passed
 */
public record Progress(
        long rows,
        long created,
        long updated,
        long unchanged,
        long skipped,
        long failed,
        long processed,
        OptionalLong total,
        OptionalDouble rowsPerSecond) {}
