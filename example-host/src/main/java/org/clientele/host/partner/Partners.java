package org.clientele.host.partner;

import java.util.List;
import org.clientele.Session;
import org.clientele.channel.Channel;
import org.clientele.host.crm.Caller;
import org.clientele.host.crm.Sessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Partners, which are customers like any others. */
@Service
public class Partners {

    private final Sessions sessions;

    Partners(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Those of a level, by name. */
    @Transactional(readOnly = true)
    public List<PartnerCustomer> of(Caller caller, String level) {
        return sessions.of(caller)
                .select(PartnerCustomer.TYPE)
                .where(PartnerCustomer.LEVEL.is(level))
                .orderBy(PartnerCustomer.NAME.asc())
                .list();
    }

    /** Saves a partner in the first channel that offers partners, with an account of its own. */
    @Transactional
    public PartnerCustomer create(Caller caller, PartnerCard wanted) {
        Session session = sessions.of(caller);
        Channel channel = session.select(Channel.TYPE)
                .where(Channel.offering(PartnerCustomer.TYPE))
                .first()
                .orElseThrow(() -> new IllegalStateException("no channel offers partners; add them to one"));
        PartnerCustomer partner = new PartnerCustomer(wanted.name() == null ? "" : wanted.name(), channel);
        partner.setLevel(wanted.level());
        partner.setSince(wanted.since());
        return session.save(partner);
    }
}
