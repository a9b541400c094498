package org.clientele.examples.partners;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.merge.MergeStrategies;
import org.clientele.model.EntityType;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A company that sells for the host. The annotations are for the host's persistence unit; on the heap nobody reads them. */
@Entity
@Table(name = "partner")
@DiscriminatorValue("partner")
@Access(AccessType.FIELD)
public class Partner extends Customer {

    public static final TextProperty<Partner> LEVEL =
            TextProperty.of("level", Partner::getLevel, Partner::setLevel).with(Traits.maxLength(20));
    public static final SetProperty<Partner> PROGRAMS = SetProperty.of(
                    "programs", Partner::getPrograms, Partner::setPrograms)
            .with(MergeStrategies.append());

    public static final EntityType<Partner> TYPE = EntityType.define(
            "partner",
            Partner.class,
            Partner::new,
            type -> type.extending(Customer.TYPE).properties(LEVEL, PROGRAMS));

    private @Nullable String level;

    @ElementCollection
    @CollectionTable(name = "partner_program", joinColumns = @JoinColumn(name = "partner_id"))
    @Column(name = "program")
    private Set<String> programs = new TreeSet<>();

    /** An empty partner. */
    protected Partner() {}

    public Partner(String name, Account account, Channel channel) {
        super(name, account, channel);
    }

    public Partner addProgram(String program) {
        programs.add(program);
        return this;
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
}
