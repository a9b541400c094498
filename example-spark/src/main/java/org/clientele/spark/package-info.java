/** Reports over partitioned files: Apache Spark counts the parts, the library puts them together. */
@NullMarked
package org.clientele.spark;

import org.jspecify.annotations.NullMarked;
