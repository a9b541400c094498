/** Files with the usual columns: a template to fill in, an import that is rehearsed first, an export that imports unchanged. */
@NullMarked
package org.clientele.examples.files;

import org.jspecify.annotations.NullMarked;
