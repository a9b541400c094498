/** The host as its callers see it, and what its transactions promise. */
package org.clientele.host;
