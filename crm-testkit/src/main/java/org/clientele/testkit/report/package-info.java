/** The laws of reports: every figure is exact, opens to its records, and is the viewer's. */
@NullMarked
package org.clientele.testkit.report;

import org.jspecify.annotations.NullMarked;
