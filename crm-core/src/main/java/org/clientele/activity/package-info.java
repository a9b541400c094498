/**
 * Activities: what is done about records - calls, messages, tasks, events, notes - and what follows from it for them: a
 * timeline, and how often and when people were in contact.
 *
 * <p>An activity is linked to any number of records ({@link org.clientele.activity.ActivityLink}). Law: the counters and
 * times of a record are at any time what its links come to.
 */
@NullMarked
package org.clientele.activity;

import org.jspecify.annotations.NullMarked;
