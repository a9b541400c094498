/** The facade: {@link org.clientele.Crm} for the application, {@link org.clientele.Session} for one actor's work. */
@NullMarked
package org.clientele;

import org.jspecify.annotations.NullMarked;
