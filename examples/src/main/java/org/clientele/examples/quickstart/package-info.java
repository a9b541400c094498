/** The quickstart: exports of a CRM are imported, looked at by two users, merged, reported and exported again. */
@NullMarked
package org.clientele.examples.quickstart;

import org.jspecify.annotations.NullMarked;
