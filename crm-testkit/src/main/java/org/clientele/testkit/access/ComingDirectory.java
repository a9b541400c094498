package org.clientele.testkit.access;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Directory;
import org.clientele.access.Member;
import org.clientele.criteria.Criterion;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Records;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A directory for a CRM that is opened before there is anybody whom the directory could know. */
final class ComingDirectory implements Directory {

    private @Nullable Directory here;

    void come(Directory directory) {
        here = directory;
    }

    private Directory here() {
        return Objects.requireNonNull(here, "the directory has not come yet");
    }

    @Override
    public Optional<Member> find(Ref<User> user, Records stored) {
        return here().find(user, stored);
    }

    @Override
    public Collection<Unit> units(Ref<Organization> organization, Records stored) {
        return here().units(organization, stored);
    }

    @Override
    public Criterion<User> membersOf(Set<Ref<BusinessUnit>> units) {
        return here().membersOf(units);
    }

    @Override
    public Criterion<User> workersIn(Ref<Organization> organization) {
        return here().workersIn(organization);
    }
}
