/**
 * Keeps records by Jakarta Persistence, in a host's own persistence unit: mapping files, tables, and a store that puts
 * every condition, order and sum into the database.
 *
 * <p>Laws: the store passes the contract that the one on the heap passes; what it hands out is a copy and nothing of it is
 * loaded later; how many statements a selection takes depends on its collections, not on its records.
 */
@NullMarked
package org.clientele.jpa;

import org.jspecify.annotations.NullMarked;
