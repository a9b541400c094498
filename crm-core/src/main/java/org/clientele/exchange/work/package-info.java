/**
 * How rows become records: they are read by what a layout came to, matched with the records that are there, and written
 * together through the door.
 *
 * <p>Laws: every row ends as exactly one of created, updated, unchanged, skipped, failed, or waits for what another row may
 * bring; a row that fails harms no other.
 */
@NullMarked
package org.clientele.exchange.work;

import org.jspecify.annotations.NullMarked;
