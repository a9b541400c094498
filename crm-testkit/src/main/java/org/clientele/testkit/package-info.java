/**
 * What Clientele promises, as tests that a host runs against its own stores and types. Each suite is a class to extend by
 * one method that gives an empty store:
 *
 * <pre>{@code
 * class OurStoreTest extends RecordStoreContract {
 *     protected RecordStore newStore() {
 *         return new OurStore();
 *     }
 * }
 * }</pre>
 *
 * <p>{@code store} has the contract of a store; {@code access}, {@code journal} and {@code engine} have the laws of access,
 * of history, of merging and of exchange; {@code world} generates valid worlds; {@code host} has two types as a host makes
 * them, which every store under test has to know.
 */
@NullMarked
package org.clientele.testkit;

import org.jspecify.annotations.NullMarked;
