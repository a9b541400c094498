package org.clientele.exchange.cell;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are read from cells and written to them; {@link Codecs} has one for every kind. Immutable
 * and thread-safe.
 *
 * <p>What a codec writes it reads as the same value. A cell that is empty, once tidied, has no value and is never handed
 * to the reader.
 *
 * @param <V> the values
 */
public final class Codec<V> {

    private final UnaryOperator<String> tidy;
    private final Reader<V> reader;
    private final Writer<V> writer;
    private final @Nullable Supplier<Study<Reader<V>>> study;

    private Codec(
            UnaryOperator<String> tidy,
            Reader<V> reader,
            Writer<V> writer,
            @Nullable Supplier<Study<Reader<V>>> study) {
        this.tidy = tidy;
        this.reader = reader;
        this.writer = writer;
        this.study = study;
    }

    /** Reads a value from a cell that is not empty. */
    @FunctionalInterface
    public interface Reader<V> {

        /** The value; IllegalArgumentException with a sentence when the cell has none. */
        @Nullable
        V read(String cell, Lookups lookups);
    }

    /** Writes a value to a cell. */
    @FunctionalInterface
    public interface Writer<V> {

        /** The cell. */
        String write(V value, Lookups lookups);
    }

    /** A codec that asks what is there already, such as records by their names. */
    public static <V> Codec<V> of(Reader<V> reader, Writer<V> writer) {
        return new Codec<>(UnaryOperator.identity(), reader, writer, null);
    }

    /** A codec that looks at a whole column first; where there is none it reads as the reader does. */
    static <V> Codec<V> studying(Supplier<Study<Reader<V>>> study, Reader<V> reader, Writer<V> writer) {
        return new Codec<>(UnaryOperator.identity(), reader, writer, study);
    }

    /** A look at a column, if this codec needs one. */
    Optional<Study<Reader<V>>> study() {
        return Optional.ofNullable(study).map(begin -> begin.get().of(tidy, cell -> !cell.isEmpty()));
    }

    /** This codec once its column was looked at. */
    Codec<V> settled(Study<Reader<V>> studied) {
        return new Codec<>(tidy, studied.settle(), writer, null);
    }

    /** A codec of a function and its inverse. */
    public static <V> Codec<V> of(Function<String, V> reader, Function<V, String> writer) {
        return of((cell, lookups) -> reader.apply(cell), (value, lookups) -> writer.apply(value));
    }

    /** The value of a cell; null when the cell is empty. IllegalArgumentException with a sentence when it can not be read. */
    public @Nullable V read(String cell, Lookups lookups) {
        String tidied = tidy.apply(cell);
        return tidied.isEmpty() ? null : reader.read(tidied, lookups);
    }

    /** The value of a part of a cell, which may be the empty text. */
    @Nullable
    V readElement(String part, Lookups lookups) {
        return reader.read(tidy.apply(part), lookups);
    }

    /** The cell for a value; empty when there is none. */
    public String write(@Nullable V value, Lookups lookups) {
        if (value == null || (value instanceof Collection<?> collection && collection.isEmpty())) {
            return "";
        }
        return writer.write(value, lookups);
    }

    /** Whether a cell has no value. */
    public boolean isEmpty(String cell) {
        return tidy.apply(cell).isEmpty();
    }

    /** This codec, reading cells without the blanks at their ends; without this, blanks belong to the value. */
    public Codec<V> trimmed() {
        return new Codec<>(cell -> tidy.apply(cell).strip(), reader, writer, study);
    }

    /** This codec, reading one text as another, such as {@code alias("GTXPro", "GTX Pro")}; it writes as before. */
    public Codec<V> alias(String cell, String meant) {
        return new Codec<>(
                given -> {
                    String tidied = tidy.apply(given);
                    return tidied.equals(cell) ? meant : tidied;
                },
                reader,
                writer,
                study);
    }

    /** This codec, with a text of its own for one value, such as {@code value("Won", OpportunityStatus.WON)}. */
    public Codec<V> value(String cell, V value) {
        return with(
                given -> !given.equals(cell),
                inner -> (given, lookups) -> given.equals(cell) ? value : inner.read(given, lookups),
                (given, lookups) -> given.equals(value) ? cell : writer.write(given, lookups));
    }

    /**
     * This codec of numbers, percents or amounts of money, with a comma before the decimals: it writes {@code 1234,5}, and reads
     * that, {@code 1.234,5} and {@code 1 234,5}. A point that does not part thousands is refused. Texts of your own
     * ({@link #value}) are named after this.
     */
    public Codec<V> decimalComma() {
        return with(
                cell -> true,
                inner -> (cell, lookups) -> inner.read(Amounts.withPoint(cell), lookups),
                (value, lookups) -> Amounts.withComma(writer.write(value, lookups)));
    }

    /** This codec, taking what is not known, such as a name that no record has, for no value; otherwise it is refused. */
    public Codec<V> orNull() {
        return with(cell -> true, inner -> (cell, lookups) -> readKnown(inner, cell, lookups), writer);
    }

    private static <V> @Nullable V readKnown(Reader<V> inner, String cell, Lookups lookups) {
        try {
            return lookups.reading(null, () -> inner.read(cell, lookups));
        } catch (UnknownCellException unknown) {
            return null;
        }
    }

    /** A codec of what can be made of these values, such as an e-mail address of a text. */
    public <W> Codec<W> as(Function<V, W> make, Function<W, V> take) {
        return with(
                cell -> true,
                inner -> (cell, lookups) -> {
                    V value = inner.read(cell, lookups);
                    return value == null ? null : make.apply(value);
                },
                (value, lookups) -> writer.write(take.apply(value), lookups));
    }

    private <W> Codec<W> with(Predicate<String> studied, Function<Reader<V>, Reader<W>> reading, Writer<W> writing) {
        Supplier<Study<Reader<V>>> begin = study;
        return new Codec<>(
                tidy,
                reading.apply(reader),
                writing,
                begin == null
                        ? null
                        : () -> begin.get()
                                .of(UnaryOperator.identity(), studied)
                                .as(reading));
    }
}
