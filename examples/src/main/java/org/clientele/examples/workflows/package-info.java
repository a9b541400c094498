/** Deals that keep to a workflow, however they are changed: activation by plan, transitions, a save and a file that are refused. */
@NullMarked
package org.clientele.examples.workflows;

import org.jspecify.annotations.NullMarked;
