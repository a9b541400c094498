/**
 * Workflows: the steps that records of a type pass, the transitions between them, and what holds of a record in each step.
 *
 * <p>Laws: whoever writes a record that is in a step of an active workflow - a transition, a save, an import, a merge, an undo -
 * leaves it with no value that the step forbids; what the step fixes changes by transitions alone; a step is reached by a
 * transition from the one before, by an activation as its plan foretold, or by an undo.
 */
@NullMarked
package org.clientele.workflow;

import org.jspecify.annotations.NullMarked;
