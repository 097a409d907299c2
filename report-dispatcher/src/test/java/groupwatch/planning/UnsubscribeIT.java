package groupwatch.planning;

import static groupwatch.planning.Asked.daily;
import static groupwatch.planning.Asked.id;
import static groupwatch.planning.Asked.made;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.unsubscribe.Suppressions;
import groupwatch.report.unsubscribe.UnsubscribeLinks;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

class UnsubscribeIT {

    private static final String ANA = "Ana.Silva@example.com";
    private static final String BOB = "bob@example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient browser = RunningPlans.anonymous();
    private UUID report;

    @BeforeEach
    void aReport() {
        Asked.removeAll();
        for (String address : List.of(ANA, BOB)) {
            Asked.admin()
                    .delete()
                    .uri("/reports/suppressions/{address}", address)
                    .exchange();
        }
        report = made("Morning", "en");
    }

    @Test
    void lookingAtThePageEndsNothing() {
        String page = html(
                browser.get().uri(path(report, ANA)).exchange().expectStatus().isOk());
        assertThat(page).contains("Stop this report?", "Morning", "A…@example.com");
        assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("ana.silva", "<script");
        browser.head().uri(path(report, ANA)).exchange().expectStatus().isOk();
        assertThat(suppressed(report)).isEmpty();
    }

    @Test
    void oneClickOfAMailProgramEndsThisReportForThisAddress() {
        UUID other = made("Evening", "en");
        for (int again = 0; again < 2; again++) {
            post(path(report, ANA), "List-Unsubscribe", "One-Click")
                    .expectStatus()
                    .isOk();
            assertThat(suppressed(report)).containsExactly(ANA);
        }
        assertThat(suppressed(other)).isEmpty();
        assertThat(how()).containsExactly("one_click");
    }

    @Test
    void oneClickMayComeInParts() {
        browser.post()
                .uri(path(report, ANA))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(BodyInserters.fromMultipartData("List-Unsubscribe", "One-Click"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(suppressed(report)).containsExactly(ANA);
    }

    @Test
    void thePageEndsThisReportThenAllAndUndoesBoth() {
        UUID other = made("Evening", "en");
        String ended = html(post(path(report, ANA), "wish", "end"));
        assertThat(ended).contains("You get this report no more", "value=\"undo\"", "value=\"end_all\"");
        assertThat(suppressed(report)).containsExactly(ANA);
        assertThat(html(browser.get().uri(path(report, ANA)).exchange())).contains("You get this report no more");

        assertThat(html(post(path(report, ANA), "wish", "end_all"))).contains("You get no more reports");
        assertThat(suppressed(other)).containsExactly(ANA);

        assertThat(html(post(path(report, ANA), "wish", "undo"))).contains("Stop this report?");
        assertThat(suppressed(report)).isEmpty();
        assertThat(suppressed(other)).isEmpty();
    }

    @Test
    void whatWasWrittenDownByHandIsNotUndoneOnThePage() {
        Asked.admin()
                .post()
                .uri("/reports/suppressions")
                .bodyValue(java.util.Map.of("address", ANA.toUpperCase(Locale.ROOT), "report", report))
                .exchange()
                .expectStatus()
                .isCreated();
        assertThat(html(post(path(report, ANA), "wish", "undo")))
                .contains("Whoever runs this")
                .doesNotContain("<button");
        assertThat(suppressed(report)).containsExactly(ANA);
    }

    @Test
    void aFormThatSaysNothingKnownEndsNothing() {
        assertThat(html(post(path(report, ANA), "wish", "everything"))).contains("Stop this report?");
        browser.post().uri(path(report, ANA)).exchange().expectStatus().isOk();
        assertThat(suppressed(report)).isEmpty();
    }

    /** Not the last character: two of its bits say nothing. */
    private static String changed(String ticket) {
        int at = ticket.length() - 2;
        return ticket.substring(0, at) + (ticket.charAt(at) == 'A' ? 'B' : 'A') + ticket.substring(at + 1);
    }

    @Test
    void aLinkOfNobodyTellsNothing() {
        String ticket = path(report, ANA);
        String evil = changed(ticket);
        String gone = path(UUID.randomUUID(), ANA);
        String stranger = path(report, "eve@example.com");
        String whole = null;
        for (String wrong :
                List.of(evil, gone, stranger, "/unsubscribe/x", "/unsubscribe/" + "A".repeat(43), "/unsubscribe/%20")) {
            String page = html(browser.get()
                    .uri(URI.create(base() + wrong))
                    .exchange()
                    .expectStatus()
                    .isNotFound());
            assertThat(page).contains("This link does not work").doesNotContain("Morning", "<button");
            assertThat(page).isEqualTo(whole == null ? page : whole);
            whole = page;
            post(wrong, "List-Unsubscribe", "One-Click").expectStatus().isNotFound();
        }
        assertThat(suppressed(report)).isEmpty();
    }

    @Test
    void theProofOfOneReportIsNoneForAnother() {
        UUID other = made("Evening", "en");
        byte[] mine = ticket(path(report, ANA));
        byte[] forged = ticket(path(other, BOB));
        System.arraycopy(mine, 16, forged, 16, 16);
        String path = "/unsubscribe/" + Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
        post(path, "wish", "end").expectStatus().isNotFound();
        assertThat(suppressed(other)).isEmpty();
    }

    private static byte[] ticket(String path) {
        return Base64.getUrlDecoder().decode(path.substring("/unsubscribe/".length()));
    }

    @Test
    void thePageMayLoadNothingAndIsKeptNowhere() {
        var answer = browser.get().uri(path(report, ANA)).exchange();
        String policy = answer.returnResult(String.class).getResponseHeaders().getFirst("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-").doesNotContain("unsafe");
        answer.expectHeader().valueEquals("Referrer-Policy", "no-referrer");
        answer.expectHeader().valueEquals("Cache-Control", "no-store");
        answer.expectHeader().contentType("text/html;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "en,Stop this report?",
        "pt-BR,Parar este relatório?",
        "es,¿Dejar de recibir",
        "it,Non ricevere più",
        "de,Diesen Bericht"
    })
    void thePageSpeaksTheReportsLanguage(String language, String title) {
        String page = html(browser.get()
                .uri(path(made("Morning", language), ANA))
                .header("Accept-Language", "fr")
                .exchange());
        assertThat(page)
                .contains(title, "lang=\"" + language.substring(0, 2) + "\"")
                .doesNotContain("??");
    }

    @Test
    void aLinkOfNobodySpeaksTheReadersLanguage() {
        assertThat(html(browser.get()
                        .uri("/unsubscribe/x")
                        .header("Accept-Language", "fr, de;q=0.5")
                        .exchange()))
                .contains("Dieser Link funktioniert nicht");
        assertThat(html(browser.get()
                        .uri("/unsubscribe/x")
                        .header("Accept-Language", ";;q")
                        .exchange()))
                .contains("This link does not work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</bdi><img src=x onerror=alert(1)>",
                "${T(java.lang.Runtime)}",
                "__${7*7}__",
                "#{sent.title}",
                "{0} it's '{1}'",
                "[[${7*7}]]",
                "\"><form action=//evil>",
                "&lt;b&gt;"
            })
    void aHostileNameStaysAName(String name) {
        String page = html(browser.get()
                .uri(path(made(name, "en"), ANA))
                .exchange()
                .expectStatus()
                .isOk());
        String escaped = page.substring(page.indexOf("<bdi>") + 5, page.indexOf("</bdi>"));
        assertThat(escaped).doesNotContain("<", ">", "\"");
        assertThat(org.springframework.web.util.HtmlUtils.htmlUnescape(escaped)).isEqualTo(name);
        assertThat(page.split("<form", -1)).hasSize(2);
    }

    @Test
    void linksHaveNoAddressInThemAndAreAnotherForEach() {
        UnsubscribeLinks links = RunningPlans.get(UnsubscribeLinks.class);
        URI ana = links.of(report, ANA);
        assertThat(ana.toString()).matches("https://groupwatch\\.example\\.com/api/unsubscribe/[A-Za-z0-9_-]{43}");
        assertThat(links.of(report, ANA.toLowerCase(Locale.ROOT))).isEqualTo(ana);
        assertThat(Set.of(ana, links.of(report, BOB), links.of(UUID.randomUUID(), ANA)))
                .hasSize(3);
    }

    private static UUID made(String name, String language) {
        return id(
                Asked.made(Asked.admin(), daily("name", name, "language", language, "recipients", List.of(ANA, BOB))));
    }

    private static Set<String> suppressed(UUID report) {
        return Objects.requireNonNull(RunningPlans.get(Suppressions.class)
                .suppressed(report, List.of(ANA, BOB))
                .block(PATIENCE));
    }

    private static List<String> how() {
        return Asked.json(Asked.admin().get().uri("/reports/suppressions").exchange())
                .get("items")
                .valueStream()
                .map(item -> item.get("how").asString())
                .toList();
    }

    private WebTestClient.ResponseSpec post(String path, String name, String value) {
        return browser.post()
                .uri(URI.create(base() + path))
                .body(RunningPlans.form(name, value))
                .exchange();
    }

    private static String base() {
        return RunningPlans.address();
    }

    /** Without the edge in front of it. */
    private static String path(UUID report, String address) {
        String link =
                RunningPlans.get(UnsubscribeLinks.class).of(report, address).toString();
        return link.substring((RunningPlans.PUBLIC_URL + "/api").length());
    }

    private static String html(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
