/** CSV: files of records, imported and exported through the columns and codecs of {@link org.clientele.exchange}. */
@NullMarked
package org.clientele.csv;

import org.jspecify.annotations.NullMarked;
