package org.clientele.model;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Records were refused; all that is wrong with them is said at once. Nothing of the transaction was written. */
public final class InvalidRecordException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidRecordException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(joining("\n")));
        this.violations = List.copyOf(violations);
    }

    /** Everything that is wrong, in the order of the properties; at least one. */
    public List<Violation> violations() {
        return violations;
    }
}
