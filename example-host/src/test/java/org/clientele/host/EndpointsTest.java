package org.clientele.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.host.Http.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every endpoint, as several people call it. */
class EndpointsTest extends HostTest {

    private final Http olga;
    private final Http ivan;
    private final Http sven;
    private final Http mary;
    private final Http nobody;
    private final Http stranger;

    EndpointsTest(@LocalServerPort int port) {
        olga = new Http(port, "olga");
        ivan = new Http(port, "ivan");
        sven = new Http(port, "sven");
        mary = new Http(port, "mary");
        nobody = new Http(port, "");
        stranger = new Http(port, "stranger");
    }

    private static Answer created(Http caller, String name) {
        Answer answer = caller.post("/accounts", Map.of("name", name));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asString()));
        return texts;
    }

    private static void assertProblem(Answer answer, int status, String sentence) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.text("detail")).contains(sentence);
    }

    @Test
    void aListIsFilteredByTextAndGivenByPages() {
        created(olga, "Paged 1");
        created(olga, "Paged 2");
        created(ivan, "Paged 3");
        created(sven, "Paged 4");
        Answer second = olga.get("/accounts?text=paged&page=2&size=2");
        assertThat(texts(second.body().path("accounts"), "name")).containsExactly("Paged 3");
        assertThat(second.body().path("total").asInt()).isEqualTo(3);
        assertThat(second.body().path("pages").asInt()).isEqualTo(2);
    }

    @Test
    void aListIsGoneThroughWhileOthersWrite() {
        created(olga, "Scrolled, first");
        created(olga, "Scrolled, third");
        Answer first = olga.get("/accounts/scroll?text=scrolled&size=1");
        assertThat(texts(first.body().path("accounts"), "name")).containsExactly("Scrolled, first");
        created(olga, "Scrolled, second");
        String rest = "/accounts/scroll?text=scrolled&after=" + URLEncoder.encode(first.text("next"), UTF_8);
        assertThat(texts(olga.get(rest).body().path("accounts"), "name"))
                .containsExactly("Scrolled, second", "Scrolled, third");
        assertThat(olga.get(rest).body().path("next").isNull()).isTrue();
        assertProblem(olga.get("/accounts/scroll?after=nowhere"), 400, "no place in the order");
    }

    @Test
    void anAccountIsCreatedReadAndUpdatedInTheVersionThatWasSeen() {
        Answer created = created(olga, "Nordlys");
        String path = "/accounts/" + created.text("id");
        Answer read = olga.get(path);
        assertThat(read.body()).isEqualTo(created.body());
        int version = read.body().path("version").asInt();
        Answer updated = olga.put(path, Map.of("version", version, "name", "Nordlys", "description", "Light"));
        assertThat(updated.status()).isEqualTo(200);
        assertThat(olga.get(path).body()).isEqualTo(updated.body());
        assertThat(updated.text("description")).isEqualTo("Light");
        Answer late = olga.put(path, Map.of("version", version, "name", "Nordlys AS"));
        assertProblem(late, 409, "account Nordlys was read in version " + version);
        assertThat(olga.get(path).body()).isEqualTo(updated.body());
    }

    @Test
    void anInvalidRecordIsToldWithAllItsFaults() {
        Answer answer = olga.post("/partners", Map.of("name", "", "level", "x".repeat(41)));
        assertProblem(answer, 422, "name");
        assertThat(texts(answer.body().path("violations"), "property"))
                .containsExactlyInAnyOrder("name", "level", "account");
    }

    @Test
    void whatCanNotBeAskedIsABadRequest() {
        assertProblem(olga.get("/accounts?page=0"), 400, "counted from 1");
        assertProblem(mary.post("/merges", Map.of("plan", "no plan")), 400, "plan");
    }

    @Test
    void whoeverMayNotChangeIsDeniedAndWhoeverMayNotSeeFindsNothing() {
        Answer ivans = created(ivan, "Ivan's");
        String path = "/accounts/" + ivans.text("id");
        Map<String, Object> change =
                Map.of("version", ivans.body().path("version").asInt(), "name", "Olga's");
        assertThat(olga.get(path).status()).isEqualTo(200);
        assertProblem(olga.put(path, change), 403, "olga may EDIT account");
        assertProblem(sven.get(path), 404, "there is no account");
        assertProblem(sven.put(path, change), 404, "there is no account");
        assertProblem(sven.get(path + "/subscriptions"), 404, "there is no account");
        assertThat(mary.put(path, change).status()).isEqualTo(200);
    }

    @Test
    void aRequestOfNobodyKnownIsRefused() {
        assertProblem(nobody.get("/accounts"), 401, "X-User");
        assertProblem(stranger.get("/accounts"), 401, "nobody here is called stranger");
    }

    @Test
    void aMergeIsPlannedLookedAtAndApplied() {
        String one = created(olga, "Twin").text("id");
        String other = created(olga, "Twin Ltd").text("id");
        olga.post("/accounts/" + other + "/subscriptions", Map.of("plan", "gold", "monthlyFee", 99));
        Map<String, Object> wish = Map.of("master", one, "absorbed", List.of(other));
        Answer plan = mary.post("/merges/plan", wish);
        assertThat(plan.body().path("problems").isEmpty()).isTrue();
        assertThat(plan.body().path("page").toString()).contains("merge into account Twin", "account Twin Ltd");
        Map<String, String> chosen = Map.of("plan", plan.text("plan"));
        assertProblem(olga.post("/merges", chosen), 422, "MERGE");
        assertThat(texts(olga.get("/accounts/" + other + "/subscriptions").body(), "plan"))
                .containsExactly("gold");
        Answer merged = mary.post("/merges", chosen);
        assertThat(merged.status()).isEqualTo(200);
        assertThat(merged.body().path("account").path("id").asString()).isEqualTo(one);
        assertProblem(olga.get("/accounts/" + other), 404, "merged");
        assertThat(texts(olga.get("/accounts/" + one + "/subscriptions").body(), "plan"))
                .containsExactly("gold");
    }

    @Test
    void aPlanThatTheAccountsNoLongerAgreeWithIsNotApplied() {
        Answer one = created(olga, "Planned");
        String other = created(olga, "Planned Ltd").text("id");
        Answer plan = mary.post("/merges/plan", Map.of("master", one.text("id"), "absorbed", List.of(other)));
        olga.put(
                "/accounts/" + one.text("id"),
                Map.of("version", one.body().path("version").asInt(), "name", "Changed"));
        assertProblem(mary.post("/merges", Map.of("plan", plan.text("plan"))), 409, "changed");
        assertThat(olga.get("/accounts/" + other).status()).isEqualTo(200);
    }

    @Test
    void theReportCountsWhatItsReaderMaySee() {
        Answer report = sven.get("/reports/accounts-by-opportunities");
        JsonNode row = report.body().path("rows").get(0);
        assertThat(row.path("name").asString()).isEqualTo("Body Toning");
        assertThat(row.path("won").asInt()).isEqualTo(1);
        assertThat(row.path("wonRevenue").path("USD").asInt()).isEqualTo(3000);
        assertThat(report.body().path("totals").path("total").asInt()).isEqualTo(2);
    }

    @Test
    void subscriptionsStandBesideTheirAccount() {
        String account = created(olga, "Subscribing").text("id");
        String path = "/accounts/" + account + "/subscriptions";
        assertThat(olga.post(path, Map.of("plan", "silver", "monthlyFee", 49)).status())
                .isEqualTo(201);
        assertThat(texts(ivan.get(path).body(), "plan")).containsExactly("silver");
        assertThat(olga.get("/accounts/" + account).body().path("tags").toString())
                .contains("subscriber");
    }

    @Test
    void aSignUpIsWholeOrNotAtAll() {
        Map<String, Object> terms = Map.of("plan", "basic", "monthlyFee", 19);
        Answer signedUp = olga.post("/sign-ups", Map.of("name", "Whole", "terms", terms));
        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(olga.get("/accounts/" + signedUp.text("account")).text("name"))
                .isEqualTo("Whole");
        Map<String, Object> impossible = Map.of("plan", "basic", "monthlyFee", 0);
        assertProblem(olga.post("/sign-ups", Map.of("name", "Halved", "terms", impossible)), 422, "nothing was saved");
        assertThat(olga.get("/accounts?text=halved").body().path("total").asInt())
                .isZero();
    }

    @Test
    void theHostsOwnKindOfCustomerIsSavedAndFound() {
        Answer partner = olga.post("/partners", Map.of("name", "Rep GmbH", "level", "Gold", "since", "2026-02-01"));
        assertThat(partner.status()).isEqualTo(201);
        assertThat(ivan.get("/partners?level=gold").body().get(0)).isEqualTo(partner.body());
        assertThat(olga.get("/accounts/" + partner.text("account")).text("name"))
                .isEqualTo("Rep GmbH");
    }
}
