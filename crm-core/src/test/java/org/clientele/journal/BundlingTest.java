package org.clientele.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.journal.Change.Action;
import org.clientele.organization.Organization;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told by one entry of the journal, and what is not. */
class BundlingTest {

    private static final UUID FIRST = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("018f0000-0000-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("018f0000-0000-7000-8000-000000000003");
    private static final UUID RANDOM = UUID.fromString("018f0000-0000-4000-8000-000000000004");
    private static final UUID GREAT_RANDOM = UUID.fromString("f18f0000-0000-4000-8000-000000000004");

    private static Noted noted(Action action, String type, List<UUID> records, String value, boolean followed) {
        return noted(action, type, records, value, followed, null);
    }

    private static Noted noted(
            Action action,
            String type,
            List<UUID> records,
            String value,
            boolean followed,
            @Nullable Ref<Organization> organization) {
        return new Noted(action, type, records, "", List.of(new Delta("name", null, value)), followed, organization);
    }

    private static Noted created(UUID record) {
        return noted(Action.CREATE, "account", List.of(record), "a", false);
    }

    /** Of how many records each entry tells. */
    private static List<Integer> told(Noted... noted) {
        List<List<Noted>> entries = Bundling.of(List.of(noted));
        assertThat(entries.stream().flatMap(List::stream).flatMap(Noted::changes))
                .hasSameElementsAs(Stream.of(noted).flatMap(Noted::changes).toList());
        return entries.stream()
                .map(entry ->
                        entry.stream().mapToInt(each -> each.records().size()).sum())
                .toList();
    }

    @Test
    void recordsThatAppearedOneAfterAnotherAreToldTogether() {
        assertThat(told(created(FIRST), created(SECOND), created(THIRD))).containsExactly(3);
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsOfAnotherKindIsToldApart() {
        assertThat(told(created(FIRST), noted(Action.CREATE, "contact", List.of(SECOND), "b", false)))
                .containsExactly(1, 1);
        assertThat(told(created(FIRST), noted(Action.CREATE, "account", List.of(SECOND), "b", true)))
                .containsExactly(1, 1);
        Noted ofAcme = noted(Action.CREATE, "account", List.of(SECOND), "b", false, new Ref<>(TimeOrderedId.next()));
        assertThat(told(created(FIRST), ofAcme)).containsExactly(1, 1);
    }

    @Test
    void whatChangedOrWentHasAnEntryForEachRecord() {
        for (Action action : List.of(Action.UPDATE, Action.DELETE)) {
            assertThat(told(
                            noted(action, "account", List.of(FIRST), "a", false),
                            noted(action, "account", List.of(SECOND), "a", false)))
                    .containsExactly(1, 1);
        }
    }

    @Test
    void whatDoesNotFollowSoonInTheOrderOfIdentitiesIsToldApart() {
        assertThat(told(created(SECOND), created(FIRST))).containsExactly(1, 1);
        assertThat(told(created(FIRST), created(FIRST))).containsExactly(1, 1);
        assertThat(told(created(FIRST), created(RANDOM))).containsExactly(1, 1);
        assertThat(told(created(RANDOM), created(GREAT_RANDOM))).containsExactly(1, 1);
        UUID aMinuteLater = new UUID(FIRST.getMostSignificantBits() + (60_000L << 16), FIRST.getLeastSignificantBits());
        UUID later = new UUID(FIRST.getMostSignificantBits() + (60_001L << 16), FIRST.getLeastSignificantBits());
        assertThat(told(created(FIRST), created(aMinuteLater))).containsExactly(2);
        assertThat(told(created(FIRST), created(later))).containsExactly(1, 1);
    }

    @Test
    void anEntryIsNotTooLong() {
        String half = "x".repeat(25_000);
        Noted first = noted(Action.CREATE, "account", List.of(FIRST), half, false);
        Noted second = noted(Action.CREATE, "account", List.of(SECOND), half, false);
        Noted longer = noted(Action.CREATE, "account", List.of(SECOND), half + "x", false);
        assertThat(told(first, second, created(THIRD))).containsExactly(2, 1);
        assertThat(told(first, longer, created(THIRD))).containsExactly(1, 2);
    }

    @Test
    void manyThatChangedAlikeAreToldTogetherIfEveryDatabaseOrdersThem() {
        assertThat(told(noted(Action.UPDATE, "account", List.of(THIRD, FIRST), "a", false)))
                .containsExactly(2);
        assertThat(told(noted(Action.UPDATE, "account", List.of(RANDOM, GREAT_RANDOM), "a", false)))
                .containsExactly(1, 1);
    }
}
