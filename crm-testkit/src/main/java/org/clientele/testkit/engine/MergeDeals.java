package org.clientele.testkit.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.contact.Address;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.CustomerIdentity;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/** The customers of a {@link MergeWorld} that are entered by hand, and what is sold to them. */
final class MergeDeals {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> AMOUNTS = List.of("0", "17000", "0.5", "1234.5678");

    private final MergeGround ground;

    MergeDeals(MergeGround ground) {
        this.ground = ground;
        makeCustomers();
        makeLeads();
        makeDeals();
        makePurchases();
        makeVisits();
    }

    private void makeCustomers() {
        for (int i = 0; i < 3; i++) {
            Partner partner = ground.owned(
                    new Partner(ground.dice.pick(MergeGround.NAMES), ground.dice.pick(ground.accounts), ground.field));
            partner.setLevel(ground.dice.oneIn(2) ? ground.dice.pick(MergeGround.TAGS) : null);
            partner.setPrograms(new TreeSet<>(ground.dice.some(MergeGround.TAGS)));
            partner.setIntroducedBy(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.accounts)) : null);
            ground.partners.add(partner);
            ground.businesses.add(ground.owned(business()));
            ground.identities.add(ground.owned(new CustomerIdentity(
                    ground.dice.pick(MergeGround.NAMES), ground.dice.pick(ground.accounts), ground.field)));
        }
        ground.save(ground.partners);
        ground.save(ground.businesses);
        ground.save(ground.identities);
        ground.customers.addAll(ground.partners);
        ground.customers.addAll(ground.businesses);
        ground.customers.addAll(ground.identities);
    }

    private BusinessCustomer business() {
        BusinessCustomer business = new BusinessCustomer(
                ground.dice.pick(MergeGround.NAMES), ground.dice.pick(ground.accounts), ground.field);
        business.setContact(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.contacts)) : null);
        business.setEmails(emails());
        business.setPhones(ground.dice.some(MergeGround.PHONES).stream()
                .map(phone -> new PhoneNumber(phone, false))
                .toList());
        business.setTags(Set.copyOf(ground.dice.some(MergeGround.TAGS)));
        business.setRating(ground.dice.oneIn(2) ? ground.dice.pick(MergeGround.TAGS) : null);
        return business;
    }

    /** Some addresses of which the first is primary. */
    private List<EmailAddress> emails() {
        List<EmailAddress> emails = new ArrayList<>();
        ground.dice.some(MergeGround.EMAILS).forEach(email -> emails.add(new EmailAddress(email, emails.isEmpty())));
        return emails;
    }

    private void makeLeads() {
        for (int i = 0; i < 3; i++) {
            Lead lead = ground.owned(new Lead("Somebody called " + ground.dice.pick(MergeGround.NAMES)));
            lead.setCustomer(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.customers)) : null);
            lead.setContact(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.contacts)) : null);
            lead.setEmails(emails());
            lead.setAddresses(ground.dice.some(List.of("US", "GB")).stream()
                    .map(Address::in)
                    .toList());
            lead.setTags(Set.copyOf(ground.dice.some(MergeGround.TAGS)));
            lead.setNotes(ground.dice.oneIn(2) ? "wants " + ground.dice.pick(MergeGround.TAGS) : null);
            ground.leads.add(ground.dice.oneIn(3) ? lead.disqualify() : lead);
        }
        ground.save(ground.leads);
    }

    private void makeDeals() {
        List<Opportunity> deals = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Opportunity opportunity = ground.owned(
                    ground.dice.oneIn(2)
                            ? new Opportunity("Engine", ground.dice.pick(ground.customers))
                            : new Opportunity("Engine", ground.dice.pick(ground.accounts)));
            opportunity.setContact(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.contacts)) : null);
            opportunity.setLead(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.leads)) : null);
            ground.jury.set(
                    opportunity,
                    new TreeSet<>(ground.dice.some(ground.contacts).stream()
                            .map(Ref::to)
                            .toList()));
            if (ground.dice.oneIn(2)) {
                opportunity.win(Money.of("17000", "USD"), DAY);
                opportunity.setBaseCloseRevenue(new BigDecimal(ground.dice.pick(AMOUNTS)));
            }
            deals.add(opportunity);
        }
        ground.session.saveAll(deals);
    }

    /** What a host sells to ground.customers, or to accounts as such. */
    private void makePurchases() {
        for (int i = 0; i < 4; i++) {
            Purchase purchase = ground.owned(new Purchase("P" + i));
            purchase.setCustomer(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.customers)) : null);
            purchase.setAccount(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.accounts)) : null);
            purchase.setWorth(ground.dice.oneIn(3) ? null : new BigDecimal(ground.dice.pick(AMOUNTS)));
            purchase.setCanceled(ground.dice.oneIn(3));
            ground.purchases.add(purchase);
        }
        ground.save(ground.purchases);
    }

    private void makeVisits() {
        for (int i = 0; i < 3; i++) {
            Visit visit = ground.owned(new Visit(ground.dice.pick(MergeGround.NAMES)));
            visit.setAbout(ground.dice.oneIn(3) ? null : ground.about());
            ground.dice.some(ground.contacts).forEach(visit::addAttendee);
            visit.setMinutes(ground.dice.oneIn(2) ? ground.dice.below(60) : null);
            ground.visits.add(visit);
        }
        ground.save(ground.visits);
        for (Visit visit : ground.visits) {
            visit.setFollows(ground.dice.oneIn(2) ? Ref.to(ground.dice.pick(ground.visits)) : null);
        }
        ground.save(ground.visits);
        ground.visits
                .get(0)
                .setAbout(new AnyRef(
                        Partner.TYPE.name(), ground.dice.pick(ground.partners).getId()));
        ground.save(ground.visits);
    }
}
