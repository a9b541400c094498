package org.clientele.host.crm;

/** Who sent a request, by the name under which the CRM has the user. */
public record Caller(String username) {}
