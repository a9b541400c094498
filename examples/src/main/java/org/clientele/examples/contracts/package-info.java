/**
 * An entity of a host: contracts with lines, a status of their own and rules. The page {@code docs/entities.md} shows these files.
 */
@NullMarked
package org.clientele.examples.contracts;

import org.jspecify.annotations.NullMarked;
