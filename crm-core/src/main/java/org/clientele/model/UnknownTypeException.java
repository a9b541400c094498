package org.clientele.model;

/** A type was used that the CRM does not have. */
public final class UnknownTypeException extends CrmException {

    private static final long serialVersionUID = 1L;

    public UnknownTypeException(String name) {
        super(name + " is no entity of this CRM; register it: Crm.open(config -> config.entity(TYPE))");
    }
}
