package org.clientele.commerce;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How much a commerce customer is worth to the seller. */
public record CustomerRating(String id, String label) implements Choice {

    /** The least. */
    public static final CustomerRating ONE = new CustomerRating("1_of_5", "1 of 5");
    /** Little. */
    public static final CustomerRating TWO = new CustomerRating("2_of_5", "2 of 5");
    /** Something. */
    public static final CustomerRating THREE = new CustomerRating("3_of_5", "3 of 5");
    /** Much. */
    public static final CustomerRating FOUR = new CustomerRating("4_of_5", "4 of 5");
    /** The most. */
    public static final CustomerRating FIVE = new CustomerRating("5_of_5", "5 of 5");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<CustomerRating> DICTIONARY =
            Dictionary.of("customer rating", CustomerRating::new, ONE, TWO, THREE, FOUR, FIVE);

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerRating choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
