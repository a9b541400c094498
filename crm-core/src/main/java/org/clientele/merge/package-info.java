/**
 * Makes one record of several of a type, any type: plan, look, apply. References move to the record that stays, and what
 * does not survive is named.
 *
 * <p>Laws: applying a plan gives exactly what the plan says; every reference to an absorbed record is afterwards on the
 * master or listed as dropped; the order of the absorbed does not matter, and appending many equals appending them two at
 * a time; a merge that is refused or stale changes nothing.
 */
@NullMarked
package org.clientele.merge;

import org.jspecify.annotations.NullMarked;
