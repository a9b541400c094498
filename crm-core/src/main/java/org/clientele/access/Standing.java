package org.clientele.access;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.clientele.model.CrmRecord;
import org.clientele.model.Ownership;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Where a record stands to an actor, in words: whose it is, and what owner and actor have in common. */
final class Standing {

    private final Question<?> question;
    private final AccessLevel level;
    private final Reach reach;

    private Standing(Question<?> question, AccessLevel level, Reach reach) {
        this.question = question;
        this.level = level;
        this.reach = reach;
    }

    /**
     * The words.
     *
     * @param level how far a rule reaches; what lies beyond the next step is not told
     */
    static <R extends CrmRecord> String of(Question<R> question, AccessLevel level, Reach reach) {
        Standing standing = new Standing(question, level, reach);
        R record = question.record();
        if (level == AccessLevel.GLOBAL) {
            return "that is everywhere";
        } else if (question.type().owning().isPresent()
                && CrmRecord.isAnyOf(own(reach)).test(record, question.lookup())) {
            return question.name() + " is " + reach.actor() + "'s own";
        }
        return question.type()
                .ownership()
                .map(ownership -> standing.of(
                        ownership.kind(),
                        ownership.owner().get(record),
                        ownership.organization().get(record)))
                .orElse("nobody owns " + question.name());
    }

    private static Collection<Ref<?>> own(Reach reach) {
        Collection<Ref<?>> own = new ArrayList<>(reach.actor().division());
        own.add(reach.user());
        own.add(reach.organization());
        return own;
    }

    private String of(Ownership.Kind kind, @Nullable Ref<?> owner, @Nullable Ref<?> organization) {
        String name = question.name();
        if (organization == null) {
            return name + " belongs to no organization";
        } else if (!organization.equals(reach.organization())) {
            return name + " belongs to " + organizationName(organization) + ", where " + reach.actor()
                    + " does not work now";
        } else if (level == AccessLevel.ORGANIZATION || kind == Ownership.Kind.ORGANIZATION) {
            return name + " belongs to " + organizationName(organization) + ", where " + reach.actor() + " works";
        } else if (owner == null) {
            return "nobody owns " + name;
        }
        return kind == Ownership.Kind.USER ? ofUser(owner) : ofUnit(owner);
    }

    private String organizationName(Ref<?> organization) {
        return question.isShown()
                ? question.lookup()
                        .find(Organization.class, organization.id())
                        .map(found -> "organization " + found.getName())
                        .orElse("an organization that is gone")
                : organization.equals(reach.organization()) ? "the organization" : "another organization";
    }

    private String ofUser(Ref<?> owner) {
        Optional<User> user = question.lookup().find(User.class, owner.id());
        boolean isOwn = owner.equals(reach.user());
        String who = isOwn
                ? reach.actor().name()
                : question.isShown() ? user.map(User::getUsername).orElse("somebody unknown") : "somebody else";
        String owns = who + " owns " + question.name();
        if (isOwn || level.compareTo(AccessLevel.BUSINESS_UNIT) < 0) {
            return owns;
        }
        return user.flatMap(found -> reach.actor().division().stream()
                        .sorted(comparing(unit -> !isDirect(unit)))
                        .filter(unit ->
                                reach.directory().membersOf(Set.of(unit)).test(found, question.lookup()))
                        .findFirst())
                .map(shared -> owns + " and is in " + unitName(shared) + ", " + whose(shared))
                .orElse(owns + " and is in none of " + reach.actor() + "'s business units");
    }

    private String ofUnit(Ref<?> owner) {
        return reach.actor().division().stream()
                .filter(owner::equals)
                .findFirst()
                .map(unit -> unitName(unit) + " owns " + question.name() + ", " + whose(unit))
                .orElseGet(() -> unitName(owner) + " owns " + question.name() + ", none of " + reach.actor()
                        + "'s business units");
    }

    private boolean isDirect(Ref<BusinessUnit> unit) {
        return reach.actor().units().contains(unit);
    }

    private String whose(Ref<BusinessUnit> unit) {
        return (isDirect(unit) ? "one of " : "below one of ") + reach.actor() + "'s business units";
    }

    private String unitName(Ref<?> unit) {
        return question.isShown()
                ? question.lookup()
                        .find(BusinessUnit.class, unit.id())
                        .map(found -> "business unit " + found.getName())
                        .orElse("a business unit that is gone")
                : "a business unit";
    }
}
