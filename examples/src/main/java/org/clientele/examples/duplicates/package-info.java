/** A desk that looks for duplicates: accounts of a file are compared, shown with reasons, told apart or merged. */
@NullMarked
package org.clientele.examples.duplicates;

import org.jspecify.annotations.NullMarked;
