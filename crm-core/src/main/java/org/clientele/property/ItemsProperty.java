package org.clientele.property;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are lists of items that the record owns, such as its e-mail addresses; they have no life of
 * their own.
 *
 * @param <R> the type that has the property
 * @param <I> the items' class
 */
public final class ItemsProperty<R, I> extends CollectionProperty<R, I, List<I>> {

    private final ItemType<I> items;

    private ItemsProperty(Accessors<R, List<I>> accessors, ItemType<I> items) {
        super(accessors);
        this.items = items;
    }

    /** A list of items with this name, which is the field's; the getter never gives null. */
    public static <R, I> ItemsProperty<R, I> of(
            String name, ItemType<I> items, Function<R, @Nullable List<I>> getter, BiConsumer<R, List<I>> setter) {
        return new ItemsProperty<>(
                Accessors.of(name, getter, (record, value) -> setter.accept(record, value == null ? List.of() : value)),
                items);
    }

    /** This property with further traits. */
    @SafeVarargs
    public final ItemsProperty<R, I> with(Trait<? super List<I>>... traits) {
        return new ItemsProperty<>(accessors().with(traits), items);
    }

    /** What the items are. */
    public ItemType<I> items() {
        return items;
    }

    /** At least one item meets the condition. */
    public Criterion<R> any(Criterion<I> where) {
        return new Criterion.AnyItem<>(this, where);
    }

    /** Those of each item. */
    @Override
    void addOwnObjections(List<I> value, List<String> objections) {
        int number = 0;
        for (I item : value) {
            number++;
            items.addObjections(item, number + " ", objections);
        }
    }

    /** The item without its mark as the primary one. */
    @Override
    public Object sameness(I element) {
        return items.plain(element);
    }

    /**
     * All items, none twice; the first that is marked as the primary one stays so, and no other. Items that may be alike
     * stand there as often as in the list that has the most of them.
     */
    @Override
    public List<I> unite(List<List<I>> lists) {
        return items.unite(lists);
    }

    @Override
    public List<I> collect(Collection<I> elements) {
        boolean mayBeTwice = elements.size() > 1 && !items.isRepeatable();
        return List.copyOf(mayBeTwice ? new LinkedHashSet<>(elements) : elements);
    }

    @Override
    public String elementToText(I element) {
        return items.toText(element);
    }

    @Override
    public I elementFromText(String text) {
        return items.fromText(text);
    }
}
