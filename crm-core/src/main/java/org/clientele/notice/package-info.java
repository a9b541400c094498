/**
 * Tells the host of what was committed: each listener hears of every change set at least once, in an order in which each
 * comes after all that its transaction could see.
 *
 * <p>Law: whatever fails or dies in between, what a listener was told, put together, gives the store's records; it is told
 * nothing of what was rolled back.
 */
@NullMarked
package org.clientele.notice;

import org.jspecify.annotations.NullMarked;
