package org.clientele.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values from which a choice is made, in their order. Immutable and thread-safe.
 *
 * @param <C> the kind of choice
 */
public final class Dictionary<C extends Choice> {

    private final String name;
    private final Map<String, C> known;
    private final Map<String, String> aliases;
    private final BiFunction<String, String, C> maker;

    private Dictionary(
            String name, Map<String, C> known, Map<String, String> aliases, BiFunction<String, String, C> maker) {
        this.name = name;
        this.known = Collections.unmodifiableMap(known);
        this.aliases = Collections.unmodifiableMap(aliases);
        this.maker = maker;
    }

    /**
     * A dictionary with these values.
     *
     * @param name what a person calls it: "opportunity status"
     * @param maker makes a further value of an id and a label
     */
    @SafeVarargs
    public static <C extends Choice> Dictionary<C> of(String name, BiFunction<String, String, C> maker, C... values) {
        return new Dictionary<>(name, index(Arrays.stream(values)), Map.of(), maker);
    }

    /** This dictionary with further values after its own; one with a known id takes that one's place. */
    public Dictionary<C> with(Collection<C> further) {
        return new Dictionary<>(name, index(Stream.concat(known.values().stream(), further.stream())), aliases, maker);
    }

    /** This dictionary, in which a text that people also write means a value, such as {@code alias("m", MALE)}. */
    public Dictionary<C> alias(String text, C meant) {
        Map<String, String> more = new LinkedHashMap<>(aliases);
        more.put(text, meant.id());
        return new Dictionary<>(name, known, more, maker);
    }

    private static <C extends Choice> Map<String, C> index(Stream<C> values) {
        return values.collect(
                Collectors.toMap(Choice::id, choice -> choice, (former, latter) -> latter, LinkedHashMap::new));
    }

    /** What a person calls it. */
    public String name() {
        return name;
    }

    /** The values, in their order. */
    public Collection<C> values() {
        return known.values();
    }

    /** The value with this id. */
    public Optional<C> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** The value with this id, or one made of it: a stored id that no dictionary knows any more is still readable. */
    public C get(String id) {
        C choice = known.get(id);
        return choice != null ? choice : maker.apply(id, id);
    }

    /** The value that a person means by this text: its id, its label or else an alias, ignoring case. */
    public Optional<C> recognise(String text) {
        return known.values().stream()
                .filter(choice ->
                        choice.id().equalsIgnoreCase(text) || choice.label().equalsIgnoreCase(text))
                .findFirst()
                .or(() -> aliased(text));
    }

    private Optional<C> aliased(String text) {
        return aliases.entrySet().stream()
                .filter(alias -> alias.getKey().equalsIgnoreCase(text))
                .findFirst()
                .flatMap(alias -> find(alias.getValue()));
    }

    /** The name and the ids, for messages. */
    @Override
    public String toString() {
        return name + " " + known.keySet();
    }
}
