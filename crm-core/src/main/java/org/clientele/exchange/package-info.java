/**
 * Bringing records in and taking them out, row by row, in whatever format: what a session makes, and the layouts in which a host
 * says which column is what. How the properties of a type stand in a file by convention is derived from the type's
 * declaration, the same for import, export and template. Nothing here knows which format a file has.
 *
 * <p>What lies below, each room using those after it alone: {@code job}, the run of an import; {@code work}, how rows become
 * records; {@code form}, how values stand in a row; {@code cell}, how they are written in one cell; {@code row}, what files are
 * made of.
 *
 * <p>Laws: importing the same rows again changes nothing; what is exported imports unchanged.
 */
@NullMarked
package org.clientele.exchange;

import org.jspecify.annotations.NullMarked;
