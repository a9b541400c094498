package org.clientele.examples.contracts;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.clientele.property.ItemType;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** What is delivered, and how much of it at most. Immutable. */
@Embeddable
@Access(AccessType.FIELD)
public final class ContractLine {

    public static final TextProperty<ContractLine> PRODUCT =
            TextProperty.<ContractLine>of("product", ContractLine::product).with(required(), maxLength(100));
    public static final NumberProperty<ContractLine, BigDecimal> QUANTITY = NumberProperty.<ContractLine>ofDecimal(
                    "quantity", 4, ContractLine::quantity)
            .with(required(), range(0, 1_000_000));
    public static final NumberProperty<ContractLine, BigDecimal> LIMIT = NumberProperty.<ContractLine>ofDecimal(
                    "limit", 4, ContractLine::limit)
            .with(label("At most"));

    public static final ItemType<ContractLine> TYPE = ItemType.define(
                    "contract line",
                    values -> new ContractLine(values.get(PRODUCT), values.get(QUANTITY), values.get(LIMIT)),
                    PRODUCT,
                    QUANTITY,
                    LIMIT)
            .repeatable()
            .rule(LIMIT, ContractLine::tooLittle);

    private @Nullable String product;

    private @Nullable BigDecimal quantity;

    @Column(name = "quantity_limit")
    private @Nullable BigDecimal limit;

    /** For persistence. */
    private ContractLine() {}

    public ContractLine(@Nullable String product, @Nullable BigDecimal quantity, @Nullable BigDecimal limit) {
        this.product = product;
        this.quantity = quantity == null ? null : QUANTITY.exact(quantity);
        this.limit = limit == null ? null : LIMIT.exact(limit);
    }

    private static Optional<String> tooLittle(ContractLine line) {
        boolean fits = line.limit == null || line.quantity == null || line.limit.compareTo(line.quantity) >= 0;
        return fits ? Optional.empty() : Optional.of("is less than the quantity; give more, or leave it out");
    }

    public @Nullable String product() {
        return product;
    }

    public @Nullable BigDecimal quantity() {
        return quantity;
    }

    public @Nullable BigDecimal limit() {
        return limit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContractLine line
                && Objects.equals(product, line.product)
                && Objects.equals(quantity, line.quantity)
                && Objects.equals(limit, line.limit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(product, quantity, limit);
    }
}
