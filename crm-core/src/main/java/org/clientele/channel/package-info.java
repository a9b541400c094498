/** Channels: the sources from which customers come. */
@NullMarked
package org.clientele.channel;

import org.jspecify.annotations.NullMarked;
