package org.clientele.testkit.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.model.InvalidRecordException;
import org.clientele.sales.Lead;
import org.clientele.sales.LeadStatus;
import org.junit.jupiter.api.Test;

/** That a lead moves only as its documented flow goes. */
abstract class LeadLaws extends OpportunityLaws {

    private static final LeadStatus NURTURED = new LeadStatus("nurtured", "Nurtured");

    /** From and to; "qualify" and "cancel" leave new, "reactivate" leads back (reference/behaviour.md 7.2). */
    private static final Set<List<LeadStatus>> REFUSED = Set.of(
            List.of(LeadStatus.QUALIFIED, LeadStatus.CANCELED), List.of(LeadStatus.CANCELED, LeadStatus.QUALIFIED));

    @Provide
    Arbitrary<List<LeadStatus>> moves() {
        return Arbitraries.of(LeadStatus.NEW, LeadStatus.QUALIFIED, LeadStatus.CANCELED, NURTURED)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 25)
    void aLeadMovesOnlyAsDocumented(@ForAll("moves") List<LeadStatus> moves) {
        Session session = new Office(newStore(), config -> config.choices(Lead.STATUS, NURTURED)).session();
        Lead lead = session.save(new Lead("Oro Inc."));
        LeadStatus at = LeadStatus.NEW;
        for (LeadStatus to : moves) {
            checkVerbs(lead, at);
            lead.setStatus(to);
            Lead moved = lead;
            if (REFUSED.contains(List.of(at, to))) {
                assertThatThrownBy(() -> session.save(moved))
                        .isInstanceOf(InvalidRecordException.class)
                        .hasMessage(
                                "lead Oro Inc.: status can not go from %s to %s; reactivate the lead first and save it"
                                        .formatted(at.id(), to.id()));
            } else {
                session.save(moved);
                at = to;
            }
            lead = session.get(Lead.TYPE, lead.getId());
            assertThat(lead.getStatus()).isEqualTo(at);
        }
    }

    private static void checkVerbs(Lead lead, LeadStatus at) {
        boolean isNew = at.equals(LeadStatus.NEW);
        Lead other = Lead.TYPE.copy(lead);
        if (isNew) {
            assertThat(other.disqualify().getStatus()).isEqualTo(LeadStatus.CANCELED);
            assertThatThrownBy(() -> Lead.TYPE.copy(lead).reactivate()).isInstanceOf(IllegalStateException.class);
        } else {
            assertThat(other.reactivate().getStatus()).isEqualTo(LeadStatus.NEW);
            assertThatThrownBy(() -> Lead.TYPE.copy(lead).disqualify()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aLeadKnowsItsCampaign() {
        Session session = new Office(newStore(), config -> {}).session();
        Lead lead = new Lead("Oro Inc.");
        lead.setCampaign("Spring fair");
        session.save(lead);
        assertThat(session.select(Lead.TYPE)
                        .where(Lead.CAMPAIGN.is("spring fair"))
                        .count())
                .isEqualTo(1);
    }
}
