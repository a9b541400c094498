package org.clientele.model;

import org.jspecify.annotations.Nullable;

/**
 * The root of what a CRM throws on purpose. Its message is a sentence that names the offender, the rule and the mend.
 * Misuse of the API itself is an IllegalArgumentException or IllegalStateException instead.
 */
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CrmException(String sentence) {
        super(sentence);
    }

    protected CrmException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
