/** The laws of access: what is shown and what is denied are one, for every actor and every call. */
@NullMarked
package org.clientele.testkit.access;

import org.jspecify.annotations.NullMarked;
