/**
 * The one door through which every write passes: stamp, guard, check, what follows elsewhere, journal, store - in one
 * transaction, and becomes one change set.
 *
 * <p>Laws: a failure anywhere leaves nothing behind; a record saved unchanged writes nothing; what the guard denies is
 * neither shown nor touched by any call.
 */
@NullMarked
package org.clientele.door;

import org.jspecify.annotations.NullMarked;
