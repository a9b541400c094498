/** What merges come to, on every store: the table of the documents, row by row, examples, and the laws of strategies, ours and a host's. */
@NullMarked
package org.clientele.testkit.merge;

import org.jspecify.annotations.NullMarked;
