package org.clientele.access;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        }
        return question.type()
                .owning()
                .flatMap(kind -> standing.ofOwner(kind, record.getId()))
                .orElseGet(() -> question.type()
                        .ownership()
                        .map(ownership -> standing.of(
                                ownership.kind(),
                                ownership.owner().get(record),
                                ownership.organization().get(record)))
                        .orElse("nobody owns " + question.name()));
    }

    /** What a record that is an owner itself is to the actor; empty when that is no more than any other record. */
    private Optional<String> ofOwner(Ownership.Kind kind, UUID owner) {
        String name = question.name();
        return switch (kind) {
            case USER ->
                reach.user().id().equals(owner)
                        ? Optional.of("this " + question.type() + " is " + reach.actor())
                        : Optional.empty();
            case BUSINESS_UNIT ->
                reach.actor().division().stream()
                        .filter(unit -> unit.id().equals(owner))
                        .findFirst()
                        .map(unit -> name + " is " + whose(unit));
            case ORGANIZATION ->
                Optional.of(
                        reach.organization().id().equals(owner)
                                ? reach.actor() + " works in " + name
                                : reach.actor() + " does not work in " + name + " now");
        };
    }

    private String of(Ownership.Kind kind, @Nullable Ref<?> owner, @Nullable Ref<?> organization) {
        String name = question.name();
        if (organization == null) {
            return name + " belongs to no organization";
        } else if (!organization.equals(reach.organization())) {
            return name + " belongs to " + organizationWhere(organization) + reach.actor() + " does not work now";
        } else if (level == AccessLevel.ORGANIZATION || kind == Ownership.Kind.ORGANIZATION) {
            return name + " belongs to " + organizationWhere(organization) + reach.actor() + " works";
        } else if (owner == null) {
            return (kind == Ownership.Kind.USER ? "nobody owns " : "no business unit owns ") + name;
        }
        return kind == Ownership.Kind.USER ? ofUser(owner) : ofUnit(owner);
    }

    private String organizationWhere(Ref<?> organization) {
        if (!question.isShown()) {
            return (organization.equals(reach.organization()) ? "the" : "an") + " organization where ";
        }
        return question.lookup()
                        .find(Organization.class, organization.id())
                        .map(found -> "organization " + found.getName())
                        .orElse("an organization that is gone")
                + ", where ";
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
                        .sorted(comparing((Ref<BusinessUnit> unit) -> !isDirect(unit))
                                .thenComparing(naturalOrder()))
                        .filter(unit ->
                                reach.directory().membersOf(Set.of(unit)).test(found, question.lookup()))
                        .findFirst())
                .map(shared -> owns + " and is in "
                        + (question.isShown() ? unitName(question, shared) + ", " + whose(shared) : whose(shared)))
                .orElse(owns + " and is in none of " + reach.actor() + "'s business units");
    }

    private String ofUnit(Ref<?> owner) {
        return unitName(question, owner) + " owns " + question.name() + " and is "
                + reach.actor().division().stream()
                        .filter(owner::equals)
                        .findFirst()
                        .map(this::whose)
                        .orElse("none of " + reach.actor() + "'s business units");
    }

    private boolean isDirect(Ref<BusinessUnit> unit) {
        return reach.actor().units().contains(unit);
    }

    private String whose(Ref<BusinessUnit> unit) {
        return (isDirect(unit) ? "one of " : "a unit below one of ") + reach.actor() + "'s business units";
    }

    /** What the answer to a question may call a business unit. */
    static String unitName(Question<?> question, Ref<?> unit) {
        return question.isShown()
                ? question.lookup()
                        .find(BusinessUnit.class, unit.id())
                        .map(found -> "business unit " + found.getName())
                        .orElse("a business unit that is gone")
                : "a business unit";
    }
}
