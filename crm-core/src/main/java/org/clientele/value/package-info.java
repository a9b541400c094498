/** Values without identity that records are made of: references, money, choices, periods of the calendar, and the text form that keeps them exact. */
@NullMarked
package org.clientele.value;

import org.jspecify.annotations.NullMarked;
