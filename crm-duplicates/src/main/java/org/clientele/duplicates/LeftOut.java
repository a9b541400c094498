package org.clientele.duplicates;

/**
 * What so many records have in common that they were not compared with each other because of it; another rule may have found
 * pairs among them all the same.
 *
 * @param rule what is compared, such as "same phone"
 * @param value what they have in common, in the form in which it is compared; of similar texts a part, with dots for the rest
 * @param records how many records have it
 */
public record LeftOut(String rule, String value, int records) {

    @Override
    public String toString() {
        return rule + " " + value + ": " + records + " records have it and were not compared for it";
    }
}
