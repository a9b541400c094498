package org.clientele.activity;

import org.clientele.model.CrmException;

/** An attachment is there, and its content is not in the {@link ContentStore} any more. */
public final class LostContentException extends CrmException {

    private static final long serialVersionUID = 1L;

    LostContentException(Attachment attachment) {
        super("attachment " + attachment.getFileName()
                + " has no content in the content store of this CRM; restore it there, or delete the attachment");
    }
}
