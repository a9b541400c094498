package org.clientele.notice;

import org.clientele.journal.ChangeSet;

/**
 * Hears of what was committed, as a host's search index, cache or bridge to another system. Registered under a name of its own:
 * {@code config.listener("search index", listener)}.
 *
 * <p><b>At least once</b>: which change sets a listener has not had yet is written in the transaction that made them, and
 * struck off when the listener returns. It hears of one again when the process dies, or the database fails, in between; so it
 * does things that may be done twice.
 *
 * <p><b>Order</b>: a change set comes after every one that was committed before its own transaction read or wrote what that one
 * had changed. So the change sets of one record come in the order in which they were committed, and a record appears before
 * what was made to point to it. Change sets of transactions that ran at the same time come in either order. One that comes again
 * comes with all that followed it and was not struck off. This holds also where several processes write and deliver, as long as
 * the database gives out its numbers in one sequence.
 *
 * <p><b>Thread</b>: the thread whose transaction was committed, after the commit, or the one that calls {@code Crm.deliver()}.
 * A listener is called by one thread at a time, in all processes taken together. What it writes through the CRM is told in turn,
 * after what is being delivered.
 */
@FunctionalInterface
public interface ChangeListener {

    /**
     * Something was committed.
     *
     * @param set all that one transaction changed, as the system sees it, whoever did it
     * @throws RuntimeException when the listener could not take it: that is logged, and nobody else gets it. The change set is kept
     *     and comes again, and those after it wait: a commit tries again after a second, then after two, at last every five
     *     minutes, and {@code Crm.deliver()} at once. Other listeners do not wait
     */
    void changed(ChangeSet set);
}
