/** Amounts in many currencies, brought into one by the rates of a provider of JSR 354. */
@NullMarked
package org.clientele.examples.money;

import org.jspecify.annotations.NullMarked;
