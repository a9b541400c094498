/** What visitors of a shop do, before and after it is known who they are. */
@NullMarked
package org.clientele.examples.website;

import org.jspecify.annotations.NullMarked;
