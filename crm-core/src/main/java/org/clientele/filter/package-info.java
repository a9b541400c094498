/**
 * Conditions as texts that people read and write, and that can be stored: times in them may be relative to the day on which
 * they are asked.
 *
 * <p>Laws: what was written is read back to what selects the same records; a text that names what is not there is refused
 * in a sentence, whatever the text.
 */
@NullMarked
package org.clientele.filter;

import org.jspecify.annotations.NullMarked;
