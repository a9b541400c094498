/** Who may see and do what, told by the CRM itself: the program behind the page on access. */
@NullMarked
package org.clientele.examples.permissions;

import org.jspecify.annotations.NullMarked;
