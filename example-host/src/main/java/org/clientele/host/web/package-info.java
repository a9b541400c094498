/** The host's endpoints, and how they tell what was refused. */
@NullMarked
package org.clientele.host.web;

import org.jspecify.annotations.NullMarked;
