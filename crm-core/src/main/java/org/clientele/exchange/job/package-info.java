/**
 * The run of an import from the first row of its sources to the last: rounds, commits, the note of how far it has come, the
 * report.
 *
 * <p>Laws: a rehearsal reports what the import then does, and writes nothing; an import that is interrupted anywhere and run
 * again is as if run once.
 */
@NullMarked
package org.clientele.exchange.job;

import org.jspecify.annotations.NullMarked;
