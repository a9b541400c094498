/** Speed and memory against what one would use or write instead, each measured beside its peer in the same run. */
@NullMarked
package org.clientele.benchmarks;

import org.jspecify.annotations.NullMarked;
