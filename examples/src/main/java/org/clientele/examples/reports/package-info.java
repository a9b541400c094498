/** Reports as one page to open in a browser: tables, pictures, and the records behind every number. */
@NullMarked
package org.clientele.examples.reports;

import org.jspecify.annotations.NullMarked;
