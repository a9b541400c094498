/**
 * What customers do on websites: tracked websites, visits and the events within them, whose they are, and what it comes to for
 * an account.
 *
 * <p>Law: the counters and times of a visit are at any time what its events come to.
 */
@NullMarked
package org.clientele.website;

import org.jspecify.annotations.NullMarked;
