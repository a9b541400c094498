/**
 * How the values of a property stand in a row: in one cell, or in several by number or by what a related record is known by.
 * Conventions make the forms of a type from its declaration, the same for import, export and template.
 *
 * <p>Law: what is written to the columns of a form is read from them as the same value.
 */
@NullMarked
package org.clientele.exchange.form;

import org.jspecify.annotations.NullMarked;
