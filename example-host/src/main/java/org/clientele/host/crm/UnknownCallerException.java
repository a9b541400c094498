package org.clientele.host.crm;

/** A request came from nobody whom the CRM knows. */
public final class UnknownCallerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownCallerException(String sentence) {
        super(sentence);
    }
}
