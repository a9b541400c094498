package org.clientele.testkit.host;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.model.EntityType;
import org.clientele.property.DateProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A customer kind of a host: a company that sells for one. */
public class Partner extends Customer {

    public static final TextProperty<Partner> LEVEL =
            TextProperty.of("level", Partner::getLevel, Partner::setLevel).with(Traits.maxLength(40));
    public static final SetProperty<Partner> PROGRAMS = SetProperty.of(
                    "programs", Partner::getPrograms, Partner::setPrograms)
            .with(Traits.tags());
    public static final DateProperty<Partner> SINCE = DateProperty.of("since", Partner::getSince, Partner::setSince);
    public static final ReferenceProperty<Partner, Account> INTRODUCED_BY = ReferenceProperty.of(
                    "introducedBy", Account.class, Partner::getIntroducedBy, Partner::setIntroducedBy)
            .with(Traits.label("Introduced by"));

    public static final EntityType<Partner> TYPE = EntityType.define(
            "partner",
            Partner.class,
            Partner::new,
            type -> type.extending(Customer.TYPE).properties(LEVEL, PROGRAMS, SINCE, INTRODUCED_BY));

    private @Nullable String level;
    private Set<String> programs = new TreeSet<>();
    private @Nullable LocalDate since;
    private @Nullable UUID introducedBy;

    /** An empty partner. */
    protected Partner() {}

    public Partner(String name, Account account, Channel channel) {
        super(name, account, channel);
    }

    public @Nullable String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = level;
    }

    public Set<String> getPrograms() {
        return new TreeSet<>(programs);
    }

    public void setPrograms(Set<String> programs) {
        this.programs = new TreeSet<>(programs);
    }

    public @Nullable LocalDate getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDate since) {
        this.since = since;
    }

    public @Nullable Ref<Account> getIntroducedBy() {
        return introducedBy == null ? null : new Ref<>(introducedBy);
    }

    public void setIntroducedBy(@Nullable Ref<Account> introducedBy) {
        this.introducedBy = introducedBy == null ? null : introducedBy.id();
    }
}
