/** A host's own customer kind: one class, one line of registration, and every engine knows it. */
@NullMarked
package org.clientele.examples.partners;

import org.jspecify.annotations.NullMarked;
