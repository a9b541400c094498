package org.clientele.store;

/** What a transaction means to do with records that it holds; see {@link Records#hold}. */
public enum Fate {
    /** They stay: the transaction makes something point to them. */
    STAYS,

    /** They may go, or change: the transaction has them for itself, and looks for what points to them before it deletes any. */
    GOES
}
