/** Accounts: the clients themselves, each gathering its customers from every channel. */
@NullMarked
package org.clientele.account;

import org.jspecify.annotations.NullMarked;
