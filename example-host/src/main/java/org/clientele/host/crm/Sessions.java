package org.clientele.host.crm;

import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.organization.User;
import org.springframework.stereotype.Component;

/** Sessions of those who call. */
@Component
public class Sessions {

    private final Crm crm;

    Sessions(Crm crm) {
        this.crm = crm;
    }

    /** The caller's session with the rights of now; make it in the transaction in which it works. */
    public Session of(Caller caller) {
        User user = crm.asSystem()
                .select(User.TYPE)
                .where(User.USERNAME.is(caller.username()))
                .first()
                .orElseThrow(() -> new UnknownCallerException("nobody here is called " + caller.username()));
        return crm.as(user);
    }
}
