/** Contacts: the persons one deals with, with their addresses and the groups they are in. */
@NullMarked
package org.clientele.contact;

import org.jspecify.annotations.NullMarked;
