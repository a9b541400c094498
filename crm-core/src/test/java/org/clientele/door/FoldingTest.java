package org.clientele.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.property.BooleanProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How folded values follow from what is written: at the edges. */
class FoldingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Session session = Crm.open(config -> config.entity(Shelf.TYPE, Book.TYPE, Lent.TYPE, Told.TYPE))
            .asSystem();
    private final Shelf shelf = session.save(new Shelf());
    private final Shelf other = session.save(new Shelf());

    /** Has values that follow from books and from what is lent. */
    static final class Shelf extends CrmRecord {

        static final NumberProperty<Shelf, Integer> BOOKS =
                NumberProperty.ofInteger("books", shelf -> shelf.books, (shelf, books) -> shelf.books = books);
        static final NumberProperty<Shelf, BigDecimal> PRICE =
                NumberProperty.ofDecimal("price", 2, shelf -> shelf.price, (shelf, price) -> shelf.price = price);
        static final InstantProperty<Shelf> LAST =
                InstantProperty.of("last", shelf -> shelf.last, (shelf, last) -> shelf.last = last);
        static final EntityType<Shelf> TYPE =
                EntityType.define("shelf", Shelf.class, Shelf::new, type -> type.properties(BOOKS, PRICE, LAST));

        private @Nullable Integer books = 0;
        private @Nullable BigDecimal price;
        private @Nullable Instant last;
    }

    /** Counts while it is not hidden. */
    static final class Book extends CrmRecord {

        static final ReferenceProperty<Book, Shelf> SHELF = ReferenceProperty.of(
                        "shelf",
                        Shelf.class,
                        (Book book) -> book.shelf == null ? null : new Ref<>(book.shelf),
                        (book, ref) -> book.shelf = ref == null ? null : ref.id())
                .with(WhenTargetGoes.GO_ALONG);
        static final BooleanProperty<Book> HIDDEN =
                BooleanProperty.of("hidden", book -> book.hidden, (book, hidden) -> book.hidden = hidden);
        static final NumberProperty<Book, BigDecimal> PRICE =
                NumberProperty.ofDecimal("price", 2, book -> book.price, (book, price) -> book.price = price);
        static final InstantProperty<Book> AT = InstantProperty.of("at", book -> book.at, (book, at) -> book.at = at);
        static final EntityType<Book> TYPE = EntityType.define(
                "book",
                Book.class,
                Book::new,
                type -> type.properties(SHELF, HIDDEN, PRICE, AT)
                        .folded(Fold.over(
                                SHELF,
                                Shelf.class,
                                values -> values.count(Shelf.BOOKS, HIDDEN.isFalse())
                                        .sum(Shelf.PRICE, PRICE, HIDDEN.isFalse(), Told::new)
                                        .latest(Shelf.LAST, AT, HIDDEN.isFalse()))));

        private @Nullable UUID shelf;
        private @Nullable Boolean hidden = false;
        private @Nullable BigDecimal price;
        private @Nullable Instant at;

        Book() {}

        Book(Shelf shelf, @Nullable String price, @Nullable Instant at) {
            this.shelf = shelf.getId();
            this.price = price == null ? null : new BigDecimal(price);
            this.at = at;
        }
    }

    /** Leads into the same values as books. */
    static final class Lent extends CrmRecord {

        static final ReferenceProperty<Lent, Shelf> FROM = ReferenceProperty.of(
                        "from",
                        Shelf.class,
                        (Lent lent) -> lent.from == null ? null : new Ref<>(lent.from),
                        (lent, ref) -> lent.from = ref == null ? null : ref.id())
                .with(WhenTargetGoes.GO_ALONG);
        static final InstantProperty<Lent> AT = InstantProperty.of("at", lent -> lent.at, (lent, at) -> lent.at = at);
        static final EntityType<Lent> TYPE = EntityType.define(
                "lent",
                Lent.class,
                Lent::new,
                type -> type.properties(FROM, AT)
                        .folded(Fold.over(
                                FROM,
                                Shelf.class,
                                values -> values.count(Shelf.BOOKS, FROM.isPresent())
                                        .latest(Shelf.LAST, AT, FROM.isPresent()))));

        private @Nullable UUID from;
        private @Nullable Instant at;

        Lent() {}

        Lent(Shelf from, Instant at) {
            this.from = from.getId();
            this.at = at;
        }
    }

    /** What a change of a price leaves. */
    static final class Told extends CrmRecord {

        static final TextProperty<Told> CHANGE =
                TextProperty.of("change", told -> told.change, (told, change) -> told.change = change);
        static final EntityType<Told> TYPE =
                EntityType.define("told", Told.class, Told::new, type -> type.properties(CHANGE));

        private @Nullable String change;

        Told() {}

        Told(UUID shelf, BigDecimal change) {
            this.change = change.toPlainString();
        }
    }

    private void check(Shelf of, int books, @Nullable String price, @Nullable Instant last) {
        Shelf now = session.get(Shelf.TYPE, of.getId());
        assertThat(now.books).as("books").isEqualTo(books);
        assertThat(now.price == null ? BigDecimal.ZERO : now.price)
                .as("price")
                .isEqualByComparingTo(price == null ? "0" : price);
        assertThat(now.last).as("last").isEqualTo(last);
        assertThat(now.getVersion()).as("version").isEqualTo(1);
        session.recount(Shelf.TYPE);
        Shelf recounted = session.get(Shelf.TYPE, of.getId());
        assertThat(recounted.books).as("books, counted anew").isEqualTo(books);
        assertThat(recounted.last).as("last, counted anew").isEqualTo(last);
        assertThat(recounted.price == null ? BigDecimal.ZERO : recounted.price)
                .as("price, counted anew")
                .isEqualByComparingTo(price == null ? "0" : price);
    }

    @Test
    void aTargetThatIsAnotherGivesFromOneToTheOther() {
        session.save(new Book(shelf, "1", NOON.minusSeconds(1)));
        Book book = session.save(new Book(shelf, "2.50", NOON));
        Book.SHELF.set(book, Ref.to(other));
        book = session.save(book);
        check(shelf, 1, "1", NOON.minusSeconds(1));
        check(other, 1, "2.50", NOON);
        Book.SHELF.set(book, null);
        session.save(book);
        check(other, 0, null, null);
    }

    @Test
    void aConditionThatTurnsCountsInAndOut() {
        Book book = session.save(new Book(shelf, "2", NOON));
        Book.HIDDEN.set(book, true);
        book = session.save(book);
        check(shelf, 0, null, null);
        Book.HIDDEN.set(book, false);
        Book.PRICE.set(book, new BigDecimal("3"));
        session.save(book);
        check(shelf, 1, "3", NOON);
    }

    @Test
    void severalFoldsLeadIntoOneValue() {
        Book book = session.save(new Book(shelf, "2", NOON));
        Lent lent = session.save(new Lent(shelf, NOON.plusSeconds(1)));
        check(shelf, 2, "2", NOON.plusSeconds(1));
        session.delete(lent);
        check(shelf, 1, "2", NOON);
        session.delete(book);
        check(shelf, 0, null, null);
    }

    @Test
    void oneGoesAndOneComesInOneTransaction() {
        Book book = session.save(new Book(shelf, "2", NOON));
        session.inTransaction(within -> {
            within.delete(book);
            within.save(new Book(shelf, "2", NOON.minusSeconds(1)));
        });
        check(shelf, 1, "2", NOON.minusSeconds(1));
        assertThat(session.select(Told.TYPE).list())
                .extracting(told -> told.change)
                .containsExactly("2.00", "-2.00", "2.00");
    }

    @Test
    void twoOfOneSaveAreOneChange() {
        session.saveAll(List.of(new Book(shelf, "2", NOON), new Book(shelf, "3", NOON.minusSeconds(1))));
        check(shelf, 2, "5", NOON);
        assertThat(session.select(Told.TYPE).list())
                .extracting(told -> told.change)
                .containsExactly("5.00");
    }

    @Test
    void changesThatMakeNothingTogetherTellNothing() {
        List<Book> books = session.saveAll(List.of(new Book(shelf, "2", NOON), new Book(shelf, "3", NOON)));
        Book.PRICE.set(books.get(0), new BigDecimal("3"));
        Book.PRICE.set(books.get(1), new BigDecimal("2"));
        session.saveAll(books);
        check(shelf, 2, "5", NOON);
        assertThat(session.select(Told.TYPE).count()).isEqualTo(1);
    }

    @Test
    void whatHasNoTimeAndNoPriceCountsWithoutThem() {
        Book book = session.save(new Book(shelf, null, null));
        check(shelf, 1, null, null);
        Book.AT.set(book, NOON);
        book = session.save(book);
        check(shelf, 1, null, NOON);
        Book.AT.set(book, null);
        session.save(book);
        check(shelf, 1, null, null);
    }

    @Test
    void aTargetThatGoesWithWhatPointsToItIsLeftAlone() {
        session.save(new Book(shelf, "2", NOON));
        session.delete(session.get(Shelf.TYPE, shelf.getId()));
        assertThat(session.select(Book.TYPE).count()).isZero();
        check(other, 0, null, null);
    }

    @Test
    void aTargetThatIsNewIsCountedAtOnce() {
        Shelf fresh = new Shelf();
        Shelf.BOOKS.set(fresh, 9);
        session.inTransaction(within -> {
            within.save(fresh);
            within.save(new Book(fresh, "2", NOON));
        });
        check(fresh, 1, "2", NOON);
    }
}
