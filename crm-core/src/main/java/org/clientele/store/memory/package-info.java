/** The store on the heap: complete, transactional and fast, for tests, tools and everything that fits in memory. */
@NullMarked
package org.clientele.store.memory;

import org.jspecify.annotations.NullMarked;
