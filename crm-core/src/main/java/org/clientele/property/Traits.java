package org.clientele.property;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clientele.value.Money;

/** The traits that every engine knows; made for static import. */
public final class Traits {

    private Traits() {}

    /** A value must be there: not null, no blank text, no empty collection. */
    public record Required() implements Trait<Object> {}

    /** No two records of the type have the same value. */
    public record Unique() implements Trait<Object> {}

    /** The value is often looked for: stores keep an index. */
    public record Indexed() implements Trait<Object> {}

    /** The value is part of what a person knows the record by: imports match on it, references are found by it. */
    public record Identity() implements Trait<Object> {}

    /** The value follows from others; neither a form nor an import sets it, a merge keeps the master's. */
    public record Calculated() implements Trait<Object> {}

    /** The value is given once and never changed. */
    public record Fixed() implements Trait<Object> {}

    /**
     * What happens to a reference when the record that it points to is deleted. Without this trait a required reference
     * refuses and any other is cleared; the reference to an owner or an organization refuses whatever its traits.
     */
    public enum WhenTargetGoes implements Trait<Object> {
        /** The reference is cleared; a set of references loses the element. */
        CLEAR,
        /** The deletion is refused, unless it is told to cascade: then the record that points goes too. */
        REFUSE,
        /**
         * The record that points is nothing without the other and goes along with it, unasked, as a share of a record or an
         * item of an order does. For references to one record; a set of references can not have it.
         */
        GO_ALONG,
        /** The reference stays as it is, as history does: neither a deletion nor a merge looks at it. */
        STAY
    }

    /** Somebody's rights hang on the value: changing or giving it asks for ASSIGN, as changing an owner does. */
    public record BearsRights() implements Trait<Object> {}

    /**
     * The reference can not be turned to what the actor may not see: neither to a hidden record nor to one that is not there,
     * which are not told apart. What follows of itself, such as a merge, turns it to whatever it must.
     */
    public record MustBeSeen() implements Trait<Object> {}

    /**
     * For references: nothing else of the record follows from where the reference leads, but for what it carries
     * ({@link Carried}), so that a merge may move the references of many records at once, without reading them. A type that
     * prepares nothing needs no word of it; where preparations look at the reference, each record is saved instead.
     */
    public record MovesAlone() implements Trait<Object> {}

    /** What a person calls the property: "Account name". */
    public record Label(String text) implements Trait<Object> {}

    /** What the property's column is called in files, where that is not the label: "Status Id". */
    public record ColumnTitle(String text) implements Trait<Object> {}

    /**
     * The text is a list of words, parted by commas without blanks, of which none is empty or there twice; files have a
     * numbered column for each, whose title ends with this label: "Types 2 Name".
     */
    public record Words(String label) implements Rule<String> {
        @Override
        public Optional<String> objection(String value) {
            Set<String> words = new HashSet<>();
            for (String word : value.split(",", -1)) {
                if (word.isBlank() || !word.equals(word.strip()) || !words.add(word)) {
                    return Optional.of(
                            "is '" + value + "', which is no list of different words parted by commas without blanks; "
                                    + "write each once, as in 'one,two'");
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The text is the name that somebody has on a site, such as {@code profile("https://twitter.com/")}: a column of a file
     * holds the address of the profile, which is the site and the name, and is read with or without the site. An address of
     * another site is kept as it is.
     *
     * @param site what the address of every profile begins with
     */
    public record Profile(String site) implements Trait<String> {}

    /**
     * The texts are tags: sessions assign, find, rename and merge them, whatever types carry them. A tag is kept without
     * blanks around it, a blank one is none, and it has 50 characters at most (OroPlatform, TagBundle).
     */
    public record Tags() implements Rule<Set<String>> {

        private static final int LONGEST = 50;

        @Override
        public Optional<String> objection(Set<String> tags) {
            return tags.stream()
                    .filter(tag -> tag.length() > LONGEST)
                    .findFirst()
                    .map(tag -> "has the tag '" + tag + "' of " + tag.length() + " characters, and " + LONGEST
                            + " at most; shorten it");
        }
    }

    /** A search over all that records say does not look here, as for keys and codes that nobody would look for. */
    public record Unsearched() implements Trait<Object> {}

    /** What the template of a file shows as an example; together with those of other properties it is a good record. */
    public record Example<V>(V value) implements Trait<V> {}

    /** The most characters that a text may have. */
    public record MaxLength(int characters) implements Rule<String> {
        @Override
        public Optional<String> objection(String value) {
            return value.length() > characters
                    ? Optional.of("has " + value.length() + " characters, and " + characters + " at most; shorten it")
                    : Optional.empty();
        }
    }

    /** The fewest characters that a text may have. */
    public record MinLength(int characters) implements Rule<String> {
        @Override
        public Optional<String> objection(String value) {
            return value.length() < characters
                    ? Optional.of("has " + value.length() + " characters, and " + characters + " at least; lengthen it")
                    : Optional.empty();
        }
    }

    /** The least and the greatest number allowed, both included. */
    public record Range(double least, double greatest) implements Rule<Number> {
        @Override
        public Optional<String> objection(Number value) {
            return value.doubleValue() < least || value.doubleValue() > greatest
                    ? Optional.of("is " + value + ", outside " + plain(least) + " to " + plain(greatest))
                    : Optional.empty();
        }

        private static String plain(double bound) {
            return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
        }
    }

    /** The text is the ISO 4217 code of a currency. */
    public record CurrencyCode() implements Rule<String> {
        @Override
        public Optional<String> objection(String value) {
            return Money.isCurrency(value)
                    ? Optional.empty()
                    : Optional.of("is '" + value + "', which is no currency; give an ISO 4217 code such as USD");
        }
    }

    /** The text is a country: two letters, as ISO 3166 has them; which of them are in use is not asked. */
    public record CountryCode() implements Rule<String> {
        private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2}");

        @Override
        public Optional<String> objection(String value) {
            return LETTERS.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of(
                            "is '" + value + "', which is no country; give the two letters of ISO 3166, such as US");
        }
    }

    public static Required required() {
        return new Required();
    }

    public static Unique unique() {
        return new Unique();
    }

    public static Indexed indexed() {
        return new Indexed();
    }

    public static Identity identity() {
        return new Identity();
    }

    public static Calculated calculated() {
        return new Calculated();
    }

    public static Fixed fixed() {
        return new Fixed();
    }

    public static BearsRights bearsRights() {
        return new BearsRights();
    }

    public static MustBeSeen mustBeSeen() {
        return new MustBeSeen();
    }

    public static MovesAlone movesAlone() {
        return new MovesAlone();
    }

    public static Label label(String text) {
        return new Label(text);
    }

    public static ColumnTitle columnTitle(String text) {
        return new ColumnTitle(text);
    }

    public static Words words(String label) {
        return new Words(label);
    }

    public static Profile profile(String site) {
        return new Profile(site);
    }

    public static Tags tags() {
        return new Tags();
    }

    public static Unsearched unsearched() {
        return new Unsearched();
    }

    public static <V> Example<V> example(V value) {
        return new Example<>(value);
    }

    public static CurrencyCode currencyCode() {
        return new CurrencyCode();
    }

    public static CountryCode countryCode() {
        return new CountryCode();
    }

    public static MaxLength maxLength(int characters) {
        return new MaxLength(characters);
    }

    public static MinLength minLength(int characters) {
        return new MinLength(characters);
    }

    /** Both bounds are allowed values. */
    public static Range range(double least, double greatest) {
        return new Range(least, greatest);
    }
}
