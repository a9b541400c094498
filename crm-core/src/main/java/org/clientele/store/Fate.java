package org.clientele.store;

/** What a transaction means to do with records that it holds; see {@link Records#hold}. */
public enum Fate {
    /** They stay: the transaction makes something point to them. */
    STAYS,

    /** They may go: the transaction deletes them, after it has looked for what points to them. */
    GOES
}
