/**
 * Duplicates: records that may mean the same, found by rules over the properties of any type, with a score, its reasons, and
 * what was left out.
 */
@NullMarked
package org.clientele.duplicates;

import org.jspecify.annotations.NullMarked;
