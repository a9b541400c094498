/**
 * Where records are kept: what a store offers within a transaction, and how it says that it can not do what was asked.
 * Engines see {@link org.clientele.store.Records} only; adapters implement it.
 */
@NullMarked
package org.clientele.store;

import org.jspecify.annotations.NullMarked;
