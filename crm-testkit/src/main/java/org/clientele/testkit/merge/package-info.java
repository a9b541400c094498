/** What merges come to, on every store: the table of the documents, row by row, and examples. */
@NullMarked
package org.clientele.testkit.merge;

import org.jspecify.annotations.NullMarked;
