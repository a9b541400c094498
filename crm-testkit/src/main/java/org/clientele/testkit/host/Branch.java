package org.clientele.testkit.host;

import java.util.UUID;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.model.EntityType;
import org.clientele.property.Follows;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** A customer kind of a host that stands below others of its kind: a company with its divisions. */
public class Branch extends Customer {

    public static final ReferenceProperty<Branch, Branch> PARENT = ReferenceProperty.of(
                    "parent", Branch.class, Branch::getParent, Branch::setParent)
            .with(new Follows(Customer.ACCOUNT));

    public static final EntityType<Branch> TYPE = EntityType.define(
            "branch",
            Branch.class,
            Branch::new,
            type -> type.extending(Customer.TYPE).properties(PARENT));

    private @Nullable UUID parent;

    /** An empty branch. */
    protected Branch() {}

    public Branch(String name, @Nullable Branch parent, Channel channel) {
        super(name, channel);
        this.parent = parent == null ? null : parent.getId();
    }

    public @Nullable Ref<Branch> getParent() {
        return parent == null ? null : new Ref<>(parent);
    }

    public void setParent(@Nullable Ref<Branch> parent) {
        this.parent = parent == null ? null : parent.id();
    }
}
