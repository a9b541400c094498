package org.clientele.property;

import java.util.List;

/**
 * The value tells something of values of records that the record points to: in a record by which a hidden one could be told,
 * it is hidden as well.
 *
 * @param of each the reference and the property of the record pointed to
 */
public record Reveals(List<Carried<?>> of) implements Trait<Object> {

    public Reveals {
        of = List.copyOf(of);
    }
}
