/**
 * Typed properties: the constants beside an entity's fields by which every engine reads, writes, checks, compares, filters
 * and exchanges their values. A custom property that appears at run time is one more of them.
 */
@NullMarked
package org.clientele.property;

import org.jspecify.annotations.NullMarked;
