/**
 * Bringing records in and taking them out, row by row, in whatever format: columns and their codecs, what became of each
 * row, progress and report. How the properties of a type stand in a file by convention is derived from the type's
 * declaration, the same for import, export and template. A format implements {@link org.clientele.exchange.RowSource} and
 * {@link org.clientele.exchange.RowSink}, and nothing here knows which.
 *
 * <p>Laws: a rehearsal reports what the import then does, and writes nothing; every row read ends as exactly one of
 * created, updated, unchanged, skipped, failed; a row that fails harms no other; importing the same rows again changes
 * nothing; what is exported imports unchanged; an import that is interrupted anywhere and run again is as if run once.
 */
@NullMarked
package org.clientele.exchange;

import org.jspecify.annotations.NullMarked;
