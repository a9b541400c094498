/**
 * Search: words looked for in all that the records of all types say, the best first. What is looked through follows from the
 * properties that types declare, a host's and custom ones included.
 */
@NullMarked
package org.clientele.search;

import org.jspecify.annotations.NullMarked;
