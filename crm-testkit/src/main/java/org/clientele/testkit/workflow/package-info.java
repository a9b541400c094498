/** The laws of workflows: no sequence of transitions, edits, merges, undos and activations leads to what a step forbids. */
@NullMarked
package org.clientele.testkit.workflow;

import org.jspecify.annotations.NullMarked;
