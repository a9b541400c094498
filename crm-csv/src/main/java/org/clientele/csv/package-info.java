/**
 * CSV: files of records, imported and exported through the columns and codecs of {@link org.clientele.exchange}.
 *
 * <p>The way of a file that is read: its kind by its first bytes ({@code Magic}), its charset ({@code Charsets}, {@code
 * ByteTally}), its delimiter ({@code Heading}), then a look through all of it ({@code Survey}), and only then its rows
 * ({@code CsvRows}, by Commons CSV); {@code Dialect} is what was found. Rows that are written go to a {@code Place};
 * {@code Guard} serves both ways.
 *
 * <p>Laws: rows are the same in every dialect; what is written is read; what was looked through is read to its end; what is
 * refused is refused in a sentence, before any row is given; nothing is trimmed.
 */
@NullMarked
package org.clientele.csv;

import org.jspecify.annotations.NullMarked;
