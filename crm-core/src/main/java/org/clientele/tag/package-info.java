/**
 * Tags: what records of all types carry, and how it is given, taken, renamed and merged. A set of texts of any entity is
 * made tags by the trait {@code Traits.tags()}.
 */
@NullMarked
package org.clientele.tag;

import org.jspecify.annotations.NullMarked;
