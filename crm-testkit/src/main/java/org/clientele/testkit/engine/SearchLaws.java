package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.search.Rank;
import org.clientele.search.SearchChoices;
import org.clientele.search.SearchHit;
import org.clientele.search.SearchResult;
import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.NaiveSearch.Hit;
import org.clientele.testkit.engine.SearchWorld.Seed;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;

/** That a search finds what somebody finds who goes through all records that the actor sees, in the same order. */
public abstract class SearchLaws {

    private static final int ALL = 1000;
    private static final int SMALL_PAGE = 2;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<List<Seed>> seeds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(
                                "Bear", "BEAR stores", "Big Bear Stores", "Stores of Los Angeles", "Oxbear", "A%b_c"),
                        Arbitraries.of("bear", "Los Angeles", "big stores", "forbearance", "100% _"),
                        Arbitraries.of("VIP", "vip", "Bear", "big bear"))
                .as(Seed::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "bear",
                        "BEAR",
                        "Stores",
                        "big",
                        "los angeles",
                        "big bear",
                        "555",
                        "ada@",
                        "vip",
                        "a",
                        "%",
                        "_",
                        "acme")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements(word -> word.toLowerCase(Locale.ROOT));
    }

    private static String text(List<String> words) {
        List<String> written = new ArrayList<>();
        words.forEach(word -> written.add(word.indexOf(' ') < 0 ? word : "\"" + word + "\""));
        return String.join(" ", written);
    }

    @Property(tries = 20)
    void aSearchFindsWhatGoingThroughAllRecordsFinds(
            @ForAll("seeds") List<Seed> seeds, @ForAll("words") List<String> words) {
        SearchWorld world = new SearchWorld(newStore(), seeds);
        findsTheSame(world, world.olga, Set.of(), words);
        findsTheSame(world, world.ivan, SearchWorld.HIDEABLE, words);
    }

    private static void findsTheSame(SearchWorld world, Session session, Set<String> unordered, List<String> words) {
        List<Hit> expected = new NaiveSearch(session, world.crm.schema(), unordered, property -> true).search(words);
        SearchResult result = session.search(text(words), choices -> choices.limit(ALL));
        compare(result.hits(), expected);
        assertThat(result.totals()).isEqualTo(NaiveSearch.totals(expected));
        assertThat(List.copyOf(result.totals().keySet())).isSorted();
        result.hits().forEach(hit -> isExplained(world, session, hit, words));
        pagesAreTheWhole(session, words, result);
    }

    private static void compare(List<SearchHit> hits, List<Hit> expected) {
        assertThat(hits.stream().map(hit -> hit.rank() + " " + hit.record()).toList())
                .isEqualTo(expected.stream()
                        .map(hit -> hit.rank() + " " + hit.record())
                        .toList());
    }

    /** A hit tells no more than the record shows, and where one of the words is. */
    private static void isExplained(SearchWorld world, Session session, SearchHit hit, List<String> words) {
        EntityType<?> type = world.crm.schema().type(hit.record().type());
        assertThat(hit.name()).isEqualTo(name(session, type, hit));
        assertThat(words).anyMatch(word -> lower(hit.excerpt()).contains(lower(word)));
        assertThat(world.crm.schema().properties(type))
                .anyMatch(property -> property.name().equals(hit.property()));
        assertThat(hit.property()).isNotEqualTo("secret");
    }

    private static <R extends CrmRecord> String name(Session session, EntityType<R> type, SearchHit hit) {
        return type.nameOf(session.get(type, hit.record().id()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void pagesAreTheWhole(Session session, List<String> words, SearchResult whole) {
        List<SearchHit> paged = new ArrayList<>();
        for (int number = 1; number <= whole.total() / SMALL_PAGE + 1; number++) {
            int page = number;
            SearchResult some = session.search(text(words), choices -> choices.page(page, SMALL_PAGE));
            assertThat(some.totals()).isEqualTo(whole.totals());
            assertThat(some.hits()).hasSizeLessThanOrEqualTo(SMALL_PAGE);
            paged.addAll(some.hits());
        }
        assertThat(paged).isEqualTo(whole.hits());
    }

    @Property(tries = 15)
    void aSearchLooksOnlyWhereItIsTold(@ForAll("seeds") List<Seed> seeds, @ForAll("words") List<String> words) {
        SearchWorld world = new SearchWorld(newStore(), seeds);
        Set<org.clientele.property.Property<?, ?>> some =
                Set.of(Account.NAME, world.tier, Contact.EMAILS, Customer.NAME, Partner.PROGRAMS);
        List<Hit> inSome = new NaiveSearch(world.olga, world.crm.schema(), Set.of(), some::contains).search(words);
        compare(
                world.olga
                        .search(
                                text(words),
                                choices -> choices.limit(ALL)
                                        .only(some.toArray(org.clientele.property.Property<?, ?>[]::new)))
                        .hits(),
                inSome);
        List<Hit> all = new NaiveSearch(world.olga, world.crm.schema(), Set.of(), property -> true).search(words);
        compare(
                world.olga
                        .search(text(words), choices -> choices.limit(ALL).in(Customer.TYPE, Visit.TYPE))
                        .hits(),
                all.stream()
                        .filter(hit -> Set.of("partner", "visit", "business customer", "customer identity")
                                .contains(hit.record().type()))
                        .toList());
    }

    @Test
    void theClosestComeFirst() {
        SearchWorld world = new SearchWorld(
                newStore(),
                List.of(
                        new Seed(0, 0, "Acuserv", "a bear market", "x"),
                        new Seed(0, 0, "Oxbear", "", "x"),
                        new Seed(0, 0, "Big Bear Stores", "", "x"),
                        new Seed(0, 0, "Bears", "", "x"),
                        new Seed(0, 0, "bear", "", "x")));
        SearchResult result = world.olga.search("Bear");
        assertThat(result.hits()).extracting(SearchHit::rank).containsExactly(Rank.values());
        assertThat(result.hits())
                .extracting(SearchHit::toString)
                .containsExactly(
                        "account bear (name: bear)",
                        "account Bears (name: Bears)",
                        "account Big Bear Stores (name: Big Bear Stores)",
                        "account Oxbear (name: Oxbear)",
                        "account Acuserv (description: a bear market)");
    }

    @Test
    void aLongTextIsCutAroundTheWord() {
        String text = "\ud83d\ude00".repeat(100) + " a\r\nbear " + "\ud83d\ude00".repeat(100);
        SearchWorld world = new SearchWorld(newStore(), List.of(new Seed(0, 0, "Acuserv", text, "x")));
        String excerpt = world.olga.search("bear").hits().get(0).excerpt();
        assertThat(excerpt)
                .hasSizeLessThan(90)
                .contains(" a bear ")
                .startsWith("...")
                .endsWith("...");
        assertThat(excerpt.codePoints()).noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /** However many hits there are, the store is asked once for each type and once for what each rank and type shows. */
    @Test
    void theNumberOfQuestionsDoesNotGrowWithTheHits() {
        CountingStore store = new CountingStore(newStore());
        SearchWorld world = new SearchWorld(
                store,
                IntStream.range(0, 60)
                        .mapToObj(i -> new Seed(i % 6, 0, "Bear " + i, "bear", "Bear"))
                        .toList());
        store.calls();
        SearchResult result = world.olga.search("bear", choices -> choices.limit(4));
        assertThat(result.total()).isGreaterThan(55);
        assertThat(result.hits()).hasSize(4);
        assertThat(store.calls()).isLessThanOrEqualTo(world.crm.schema().types().size() + 1);
    }

    /** Also where lower case is longer than the capital letter. */
    @Test
    void aTagIsFoundByTheSameWordInCapitals() {
        SearchWorld world = new SearchWorld(
                newStore(),
                List.of(new Seed(0, 0, "Acuserv", "", "\u0130x"), new Seed(0, 0, "Bodies", "", "\u03a3\u03ac\u03c2")));
        assertThat(world.olga.search("\u0130X").total()).isEqualTo(1);
        assertThat(world.olga.search("\u03a3\u0386\u03a3").total()).isEqualTo(1);
    }

    @Test
    void nothingIsFoundByNothing() {
        SearchWorld world = new SearchWorld(newStore(), List.of(new Seed(0, 0, "Acuserv", "x", "x")));
        for (String text : List.of("", " \t", "\"\"", "\" \"", "acuserv nowhere", "\u0000")) {
            SearchResult result = world.olga.search(text);
            assertThat(result.hits()).isEmpty();
            assertThat(result.totals()).isEmpty();
        }
        assertThat(world.olga.search("\"acuserv").hits()).hasSize(1);
    }

    @Test
    void whatIsNotSearchedCanNotBeChosen() {
        SearchWorld world = new SearchWorld(newStore(), List.of());
        isRefused(world, choices -> choices.in(JournalEntry.TYPE), "nothing is searched in journal entry");
        isRefused(world, choices -> choices.only(Account.CONTACTS), "contacts is not searched");
        isRefused(world, choices -> choices.only(world.secret), "secret is not searched");
        isRefused(world, choices -> choices.page(0, 10), "counted from 1");
        assertThatThrownBy(() -> world.olga.search("x ".repeat(17))).hasMessageContaining("16 at most");
    }

    private static void isRefused(SearchWorld world, Consumer<SearchChoices> choices, String sentence) {
        assertThatThrownBy(() -> world.olga.search("x", choices))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
