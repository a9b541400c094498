package org.clientele.exchange;

import java.util.OptionalLong;

/**
 * How far an import has come.
 *
 * @param rows rows read
 * @param failed those of them that were refused
 * @param processed how much is read, in the unit of the total
 * @param total how much there is in all, in bytes or rows; empty when unknown
 */
public record Progress(long rows, long failed, long processed, OptionalLong total) {}
