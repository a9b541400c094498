/** Laws and examples of activities, their counters and timelines, for our stores and a host's. */
@NullMarked
package org.clientele.testkit.activity;

import org.jspecify.annotations.NullMarked;
