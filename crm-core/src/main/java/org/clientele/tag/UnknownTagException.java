package org.clientele.tag;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import org.clientele.model.CrmException;

/** No record that the actor may see carries a tag. Nothing was done. */
public final class UnknownTagException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnknownTagException(Collection<String> tags) {
        super(tags.stream()
                .map(tag -> "no record that you may see carries the tag '" + tag
                        + "'; take one of tags().list(), written as it is there")
                .collect(joining("\n")));
    }
}
