package org.clientele.workflow;

import java.util.List;
import org.clientele.model.CrmException;

/** A transition was refused; all that stands against it is said at once. Nothing of it was written. */
public final class TransitionRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    public TransitionRefusedException(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** What stands against it; at least one. */
    public List<String> sentences() {
        return sentences;
    }
}
