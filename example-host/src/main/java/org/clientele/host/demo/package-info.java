/** What lets the host start with one command: a database, some data, and commands to try. */
@NullMarked
package org.clientele.host.demo;

import org.jspecify.annotations.NullMarked;
