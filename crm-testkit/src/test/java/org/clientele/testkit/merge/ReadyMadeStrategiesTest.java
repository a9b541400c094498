package org.clientele.testkit.merge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Group;
import net.jqwik.api.Tuple;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactSource;
import org.clientele.contact.EmailAddress;
import org.clientele.merge.MergeStrategies;
import org.clientele.merge.MergeStrategy;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;

/** That our own strategies keep the laws. */
class ReadyMadeStrategiesTest {

    /** A strategy on visits or contacts. */
    private abstract static class Ours<R extends CrmRecord, V> extends MergeStrategyLaws<R, V> {

        private final EntityType<R> type;
        private final Property<? super R, V> property;
        private final MergeStrategy<? super R, V> strategy;
        private final Arbitrary<V> values;

        Ours(
                EntityType<R> type,
                Property<? super R, V> property,
                MergeStrategy<? super R, V> strategy,
                Arbitrary<V> values) {
            this.type = type;
            this.property = property;
            this.strategy = strategy;
            this.values = values;
        }

        @Override
        protected EntityType<R> type() {
            return type;
        }

        @Override
        protected Property<? super R, V> property() {
            return property;
        }

        @Override
        protected MergeStrategy<? super R, V> strategy() {
            return strategy;
        }

        @Override
        protected Arbitrary<V> values() {
            return values;
        }
    }

    /** Texts, some of them as long as others, some blank. */
    private abstract static class OfText extends Ours<Contact, String> {

        OfText(MergeStrategy<? super Contact, String> strategy) {
            super(
                    Contact.TYPE,
                    Contact.JOB_TITLE,
                    strategy,
                    Arbitraries.strings().withChars("ab ").ofMaxLength(4));
        }

        @Override
        protected Arbitrary<Contact> records() {
            return Combinators.combine(
                            Arbitraries.of(ContactSource.CALL, ContactSource.WEBSITE, ContactSource.OTHER)
                                    .injectNull(0.3),
                            Arbitraries.of("Ada", "").injectNull(0.3),
                            Arbitraries.of(Set.<String>of(), Set.of("VIP")))
                    .as((source, name, tags) -> {
                        Contact contact = Contact.TYPE.newRecord();
                        Contact.SOURCE.set(contact, source);
                        Contact.FIRST_NAME.set(contact, name);
                        Contact.TAGS.set(contact, tags);
                        return contact;
                    });
        }
    }

    private abstract static class OfNumber extends Ours<Visit, Integer> {

        OfNumber(MergeStrategy<? super Visit, Integer> strategy) {
            super(Visit.TYPE, Visit.MINUTES, strategy, Arbitraries.integers());
        }
    }

    private abstract static class OfTime extends Ours<Visit, Instant> {

        OfTime(MergeStrategy<? super Visit, Instant> strategy) {
            super(
                    Visit.TYPE,
                    Visit.BEGINS_AT,
                    strategy,
                    Arbitraries.integers().between(0, 3).map(Instant.EPOCH::plusSeconds));
        }
    }

    private abstract static class OfAnswer extends Ours<Visit, Boolean> {

        OfAnswer(MergeStrategy<? super Visit, Boolean> strategy) {
            super(Visit.TYPE, Visit.CONFIRMED, strategy, Arbitraries.of(true, false));
        }
    }

    /** Amounts, most of them in one currency, some of them the most that there can be. */
    private abstract static class OfMoney extends Ours<Visit, Money> {

        OfMoney(MergeStrategy<? super Visit, Money> strategy) {
            super(
                    Visit.TYPE,
                    Visit.EXPENSES,
                    strategy,
                    Combinators.combine(
                                    Arbitraries.of("0.1", "0.10", "-0.3", "17000", "999999999999999.9999"),
                                    Arbitraries.frequency(Tuple.of(9, "USD"), Tuple.of(1, "EUR")))
                            .as((amount, currency) -> new Money(new BigDecimal(amount), currency)));
        }
    }

    private abstract static class OfTags extends Ours<Contact, Set<String>> {

        OfTags(MergeStrategy<? super Contact, Set<String>> strategy) {
            super(
                    Contact.TYPE,
                    Contact.TAGS,
                    strategy,
                    Arbitraries.of("VIP", "retail", "sport").set());
        }
    }

    private abstract static class OfEmails extends Ours<Contact, List<EmailAddress>> {

        OfEmails(MergeStrategy<? super Contact, List<EmailAddress>> strategy) {
            super(
                    Contact.TYPE,
                    Contact.EMAILS,
                    strategy,
                    Combinators.combine(
                                    Arbitraries.of("ada@acme.example", "bo@acme.example", "cy@acme.example")
                                            .list()
                                            .ofMaxSize(3)
                                            .uniqueElements(),
                                    Arbitraries.integers().between(0, 3))
                            .as(OfEmails::emails));
        }

        /** One of them may be the primary one. */
        private static List<EmailAddress> emails(List<String> texts, int primary) {
            return texts.stream()
                    .map(text -> new EmailAddress(text, texts.indexOf(text) == primary))
                    .toList();
        }
    }

    @Group
    class Longest extends OfText {
        Longest() {
            super(MergeStrategies.longest());
        }
    }

    @Group
    class FirstPresent extends OfText {
        FirstPresent() {
            super(MergeStrategies.firstPresent());
        }
    }

    @Group
    class Newest extends OfText {
        Newest() {
            super(MergeStrategies.newest());
        }
    }

    @Group
    class Oldest extends OfText {
        Oldest() {
            super(MergeStrategies.oldest());
        }
    }

    @Group
    class MostComplete extends OfText {
        MostComplete() {
            super(MergeStrategies.mostComplete());
        }
    }

    @Group
    class ByPriority extends OfText {
        ByPriority() {
            super(MergeStrategies.byPriority(Contact.SOURCE, ContactSource.WEBSITE, ContactSource.CALL));
        }
    }

    @Group
    class Replace extends OfText {
        Replace() {
            super(MergeStrategies.replace());
        }
    }

    @Group
    class Highest extends OfNumber {
        Highest() {
            super(MergeStrategies.highest());
        }
    }

    @Group
    class Lowest extends OfNumber {
        Lowest() {
            super(MergeStrategies.lowest());
        }
    }

    @Group
    class Sum extends OfNumber {
        Sum() {
            super(MergeStrategies.sum());
        }
    }

    @Group
    class Earliest extends OfTime {
        Earliest() {
            super(MergeStrategies.earliest());
        }
    }

    @Group
    class Latest extends OfTime {
        Latest() {
            super(MergeStrategies.latest());
        }
    }

    @Group
    class AnyTrue extends OfAnswer {
        AnyTrue() {
            super(MergeStrategies.anyTrue());
        }
    }

    @Group
    class AllTrue extends OfAnswer {
        AllTrue() {
            super(MergeStrategies.allTrue());
        }
    }

    @Group
    class HighestAmount extends OfMoney {
        HighestAmount() {
            super(MergeStrategies.highestAmount());
        }
    }

    @Group
    class LowestAmount extends OfMoney {
        LowestAmount() {
            super(MergeStrategies.lowestAmount());
        }
    }

    @Group
    class TotalAmount extends OfMoney {
        TotalAmount() {
            super(MergeStrategies.totalAmount());
        }
    }

    @Group
    class AppendTags extends OfTags {
        AppendTags() {
            super(MergeStrategies.append());
        }
    }

    @Group
    class ReplaceTags extends OfTags {
        ReplaceTags() {
            super(MergeStrategies.replace());
        }
    }

    @Group
    class AppendEmails extends OfEmails {
        AppendEmails() {
            super(MergeStrategies.append());
        }
    }
}
