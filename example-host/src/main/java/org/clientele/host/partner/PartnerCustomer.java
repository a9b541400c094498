package org.clientele.host.partner;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.model.EntityType;
import org.clientele.property.DateProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A company that sells for the host: a kind of customer that the library does not know, in a table of the host. */
@Entity
@Access(AccessType.FIELD)
@Table(name = "partner_customer", schema = "host")
@PrimaryKeyJoinColumn(name = "id")
@DiscriminatorValue("partner customer")
public class PartnerCustomer extends Customer {

    public static final TextProperty<PartnerCustomer> LEVEL = TextProperty.of(
                    "level", PartnerCustomer::getLevel, PartnerCustomer::setLevel)
            .with(Traits.maxLength(40));
    public static final DateProperty<PartnerCustomer> SINCE =
            DateProperty.of("since", PartnerCustomer::getSince, PartnerCustomer::setSince);

    public static final EntityType<PartnerCustomer> TYPE = EntityType.define(
            "partner customer",
            PartnerCustomer.class,
            PartnerCustomer::new,
            type -> type.extending(Customer.TYPE).properties(LEVEL, SINCE));

    @Column(name = "partner_level", length = 40)
    private @Nullable String level;

    @Column(name = "since")
    private @Nullable LocalDate since;

    /** An empty partner. */
    protected PartnerCustomer() {}

    /** A partner that gets an account of its own name when it is saved. */
    public PartnerCustomer(String name, Channel channel) {
        super(name, channel);
    }

    public @Nullable String getLevel() {
        return level;
    }

    public void setLevel(@Nullable String level) {
        this.level = level;
    }

    public @Nullable LocalDate getSince() {
        return since;
    }

    public void setSince(@Nullable LocalDate since) {
        this.since = since;
    }
}
