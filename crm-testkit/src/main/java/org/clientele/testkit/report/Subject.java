package org.clientele.testkit.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.testkit.host.Visit;
import org.clientele.value.DateUnit;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What reports can be made about: a type with all that it can be grouped by and all that can be counted of it. */
record Subject<R extends CrmRecord>(
        EntityType<R> type, List<Key<R>> keys, List<Figure<R>> figures, List<Criterion<R>> conditions) {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));

    static Subject<Opportunity> deals(ReportWorld world, Session viewer) {
        List<Key<Opportunity>> keys = new ArrayList<>(List.of(
                Key.of(Opportunity.STATUS),
                Key.of(Opportunity.ACCOUNT),
                Key.of(Opportunity.OWNER),
                Key.of(Opportunity.NAME),
                Key.of(Opportunity.CLOSE_DATE),
                Key.of(Opportunity.PROBABILITY),
                Key.of(Opportunity.CLOSE_REASON),
                Key.of(Opportunity.BUDGET),
                Key.of(world.region()),
                Key.of(
                        Opportunity.ACCOUNT.to(Account.NAME),
                        deal -> account(deal, viewer).map(Account::getName)),
                Key.of(
                        Opportunity.ACCOUNT.to(Account.OWNER).itself(),
                        deal -> account(deal, viewer).map(Account::getOwner)),
                Key.of(
                        Opportunity.ACCOUNT.to(Account.OWNER).to(User.USERNAME),
                        deal -> account(deal, viewer)
                                .flatMap(account -> found(User.TYPE, account.getOwner(), viewer))
                                .map(User::getUsername))));
        for (DateUnit unit : DateUnit.values()) {
            keys.add(Key.of(Opportunity.CLOSE_DATE, unit));
        }
        Criterion<Opportunity> won = Opportunity.STATUS.is(OpportunityStatus.WON);
        return new Subject<>(
                Opportunity.TYPE,
                keys,
                List.of(
                        Figure.count("all", Criterion.always()),
                        Figure.count("won", won),
                        Figure.count("not won", won.negate()),
                        Figure.different(Opportunity.ACCOUNT),
                        Figure.different(Opportunity.NAME),
                        Figure.sum(Opportunity.BUDGET, won.negate()),
                        Figure.greatest(Opportunity.CLOSE_REVENUE),
                        Figure.average(Opportunity.BUDGET),
                        Figure.weighted(Opportunity.BUDGET, Opportunity.PROBABILITY),
                        Figure.sum(Opportunity.BASE_CLOSE_REVENUE, won),
                        Figure.average(Opportunity.PROBABILITY),
                        Figure.extreme(Opportunity.CLOSE_DATE, true),
                        Figure.extreme(Opportunity.PROBABILITY, false)),
                List.of(Criterion.always(), won, Opportunity.BUDGET.isPresent()));
    }

    static Subject<Visit> visits(Session viewer) {
        List<Key<Visit>> keys = new ArrayList<>(List.of(
                Key.of(Visit.SUBJECT),
                Key.of(Visit.MINUTES),
                Key.of(Visit.CONFIRMED),
                Key.of(Visit.BEGINS_AT),
                Key.of(Visit.OWNER),
                Key.of(Visit.FOLLOWS),
                Key.of(
                        Visit.FOLLOWS.to(Visit.MINUTES),
                        visit -> found(Visit.TYPE, visit.getFollows(), viewer).map(Visit::getMinutes)),
                Key.of(
                        Visit.FOLLOWS.to(Visit.FOLLOWS).to(Visit.SUBJECT),
                        visit -> found(Visit.TYPE, visit.getFollows(), viewer)
                                .flatMap(before -> found(Visit.TYPE, before.getFollows(), viewer))
                                .map(Visit::getSubject))));
        for (DateUnit unit : DateUnit.values()) {
            ZONES.forEach(zone -> keys.add(Key.of(Visit.BEGINS_AT, unit, zone)));
        }
        return new Subject<>(
                Visit.TYPE,
                keys,
                List.of(
                        Figure.count("all", Criterion.always()),
                        Figure.count("long", Visit.MINUTES.atLeast(1)),
                        Figure.different(Visit.MINUTES),
                        Figure.sum(Visit.MINUTES, Criterion.always()),
                        Figure.average(Visit.MINUTES),
                        Figure.extreme(Visit.MINUTES, true),
                        Figure.extreme(Visit.BEGINS_AT, false),
                        Figure.sum(Visit.EXPENSES, Visit.CONFIRMED.isTrue()),
                        Figure.average(Visit.EXPENSES)),
                List.of(Criterion.always(), Visit.CONFIRMED.isTrue().negate(), Visit.MINUTES.isPresent()));
    }

    private static Optional<Account> account(Opportunity deal, Session viewer) {
        return found(Account.TYPE, deal.getAccount(), viewer);
    }

    private static <T extends CrmRecord> Optional<T> found(
            EntityType<T> type, @Nullable Ref<? super T> ref, Session viewer) {
        return Optional.ofNullable(ref).flatMap(there -> viewer.find(type, there));
    }
}
