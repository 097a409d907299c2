package groupwatch.comparing;

import static groupwatch.comparing.Comparing.EVOLUTION;
import static groupwatch.comparing.Comparing.STORE;
import static groupwatch.comparing.Comparing.ago;
import static groupwatch.comparing.Comparing.broker;
import static groupwatch.comparing.Comparing.cameByWebhook;
import static groupwatch.comparing.Comparing.clock;
import static groupwatch.comparing.Comparing.duty;
import static groupwatch.comparing.Comparing.goOn;
import static groupwatch.comparing.Comparing.run;
import static groupwatch.comparing.Comparing.toTheEnd;
import static groupwatch.comparing.Comparing.watch;
import static groupwatch.comparing.Rows.ANA;
import static groupwatch.comparing.Rows.OTHERS;
import static groupwatch.comparing.Rows.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.link.Outage;
import groupwatch.events.message.Origin;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.MessageQuery;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.watchdog.link.Outages;
import groupwatch.watchdog.watch.AfterOutage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class ResyncIT {

    @BeforeEach
    void anew() {
        Comparing.anew();
    }

    @Test
    void whatEvolutionHasAndOursLacksIsFilledInOnceAndTold() {
        for (int i = 0; i < 25; i++) {
            JsonNode row = Rows.text(TEAM, "A" + i, "text " + i, ago(Duration.ofMinutes(10 + i)));
            EVOLUTION.rows.add(row);
            if (i % 3 != 0) {
                cameByWebhook(row);
            }
            if (i % 4 == 0) {
                EVOLUTION.rows.add(row.deepCopy());
            }
        }
        EVOLUTION.rows.add(Rows.text(OTHERS, "B1", "of a group nobody knows yet", ago(Duration.ofDays(2))));
        EVOLUTION.rows.add(Rows.text(ANA, "D1", "a direct chat", ago(Duration.ofDays(1))));
        EVOLUTION.rows.add(Rows.text(TEAM, "OLD", "beyond the window", ago(Duration.ofDays(8))));
        toTheEnd();

        assertThat(STORE.messages.keySet().stream().filter(key -> key.chat().equals(TEAM)))
                .hasSize(25)
                .doesNotContain(new StandInStore.Key(TEAM, "OLD"));
        assertThat(STORE.message(TEAM, "A0").origin()).isEqualTo(Origin.RESYNC);
        assertThat(STORE.message(TEAM, "A1").origin()).isEqualTo(Origin.WEBHOOK);
        assertThat(STORE.messages).containsKey(new StandInStore.Key(OTHERS, "B1"));
        assertThat(STORE.messages.keySet()).noneMatch(key -> key.chat().equals(ANA));
        // the newest by the timer that looks at what is new, all others by the full one
        long filledIn = run("full").path("filledIn").asLong()
                + run("incremental").path("filledIn").asLong();
        assertThat(filledIn).isEqualTo(10);
        assertThat(run("full").path("missing").asLong()).isZero();
        assertThat(run("full").path("percent").asInt()).isEqualTo(100);
        assertThat(run("full").path("chats").path("done").asInt()).isEqualTo(2);
        assertThat(run("full").path("end").asString()).startsWith("WhatsApp gave no more");
        assertThat(idsPublished()).hasSize(10);
    }

    @Test
    void recordsAreMarkedAsWebhooksOfTheInstanceAndHaveTheSameIdWheneverTheyArePublished() {
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "hello", ago(Duration.ofMinutes(5))));
        broker().next = record -> Mono.empty();
        toTheEnd();
        assertThat(broker().published).hasSizeGreaterThan(1).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo(Topics.RAW_HISTORY);
            assertThat(record.key()).isEqualTo("acme");
            assertThat(record.headers())
                    .containsEntry("ce_source", "/evolution/acme")
                    .containsEntry("ce_type", "evolution.messages.found");
        });
        assertThat(broker().published.stream()
                        .map(record -> record.headers().get("ce_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theFinalTextAndTheMarkOfADeletedMessageAreFilledInToo() {
        Instant sent = ago(Duration.ofMinutes(30));
        cameByWebhook(Rows.text(TEAM, "EDITED", "before", sent));
        cameByWebhook(Rows.text(TEAM, "DELETED", "regretted", sent));
        cameByWebhook(Rows.edited(TEAM, "KNOWN", "is known", sent));
        EVOLUTION.rows.addAll(List.of(
                Rows.edited(TEAM, "EDITED", "after", ago(Duration.ofMinutes(20))),
                Rows.deleted(TEAM, "DELETED", "regretted", ago(Duration.ofMinutes(20))),
                Rows.edited(TEAM, "KNOWN", "is known", sent)));
        toTheEnd();
        assertThat(STORE.message(TEAM, "EDITED").text()).isEqualTo("after");
        assertThat(STORE.message(TEAM, "DELETED").revokedAt()).isNotNull();
        assertThat(idsPublished()).containsExactlyInAnyOrder("EDITED", "DELETED");
    }

    @Test
    void killedInThePageItIsComparedOnceMoreAndNothingBeforeIt() {
        for (int i = 0; i < 35; i++) {
            EVOLUTION.rows.add(Rows.text(TEAM, "A" + i, "text " + i, ago(Duration.ofHours(30 + i))));
        }
        byHand("?group=" + TEAM);
        step();
        step();
        broker().next = record -> Mono.never();
        Disposable killed = duty("resync").step(watch()).subscribe();
        await().until(() -> broker().published.size() == 2);
        killed.dispose();
        broker().next = record -> Mono.fromRunnable(() -> STORE.take(record.value(), null));
        toTheEnd();
        assertThat(STORE.messages).hasSize(35);
        assertThat(EVOLUTION.asked.stream()
                        .filter(query -> query.chat() != null)
                        .limit(5)
                        .map(MessageQuery::page))
                .containsExactly(1, 2, 2, 3, 4);
        assertThat(run("by_hand").path("filledIn").asInt()).isEqualTo(35);
        assertThat(run("by_hand").path("rows").asInt()).isEqualTo(35);
    }

    @Test
    void rowsThatMoveToAPageThatWasReadAlreadyAreNotPassedOver() {
        for (int i = 0; i < 30; i++) {
            EVOLUTION.rows.add(Rows.text(TEAM, "A" + i, "text " + i, ago(Duration.ofHours(30 + i))));
        }
        EVOLUTION.afterEach = () -> {
            // edited just now: out of the window, and those behind it move up
            EVOLUTION.rows.removeFirst();
            EVOLUTION.afterEach = () -> {};
        };
        byHand("?group=" + TEAM);
        toTheEnd();
        assertThat(STORE.messages).hasSize(30);
        // the full comparison would find it too, a day later
        assertThat(run("by_hand").path("filledIn").asInt()).isEqualTo(30);
    }

    @Test
    void whatDoesNotArriveIsPublishedThreeTimesAndThenSuspectedMissing() {
        EVOLUTION.rows.add(Rows.text(TEAM, "LOST", "never stored", ago(Duration.ofHours(20))));
        cameByWebhook(Rows.text(TEAM, "A1", "hello", ago(Duration.ofHours(21))));
        broker().next = record -> Mono.empty();
        toTheEnd();
        assertThat(idsPublished()).containsExactly("LOST");
        assertThat(broker().published).hasSize(3);
        assertThat(run("full").path("missing").asInt()).isEqualTo(1);
        assertThat(run("full").path("end").asString()).contains("1 message still suspected missing");
        assertThat(chats().getFirst().path("missing").asInt()).isEqualTo(1);

        clock().advance(Duration.ofMinutes(6));
        toTheEnd();
        assertThat(broker().published).as("no endless loop").hasSize(3);

        broker().next = record -> Mono.fromRunnable(() -> STORE.take(record.value(), null));
        byHand("");
        toTheEnd();
        assertThat(STORE.messages).containsKey(new StandInStore.Key(TEAM, "LOST"));
        assertThat(chats().getFirst().path("missing").asInt()).isZero();
    }

    @Test
    void whatWasGivenUpAndArrivesHoursLaterIsMissingNoLonger() {
        JsonNode slow = Rows.text(TEAM, "SLOW", "the store was behind", ago(Duration.ofHours(20)));
        EVOLUTION.rows.add(slow);
        broker().next = record -> Mono.empty();
        toTheEnd();
        assertThat(chats().getFirst().path("missing").asInt()).isEqualTo(1);
        cameByWebhook(slow);
        clock().advance(Duration.ofMinutes(70));
        goOn();
        assertThat(chats().getFirst().path("missing").asInt()).isZero();
        assertThat(broker().published).hasSize(3);
    }

    @Test
    void whatIsKeptNoLongerIsNotMissing() {
        STORE.keptSince = ago(Duration.ofDays(1));
        EVOLUTION.rows.add(Rows.text(TEAM, "OLD", "not kept", ago(Duration.ofDays(3))));
        broker().next = record -> Mono.empty();
        toTheEnd();
        assertThat(broker().published).hasSize(3);
        assertThat(run("full").path("missing").asInt()).isZero();
    }

    @Test
    void whatComesByWebhookAfterAllIsNotCountedAsFilledIn() {
        JsonNode late = Rows.text(TEAM, "LATE", "on its way", ago(Duration.ofMinutes(2)));
        EVOLUTION.rows.add(late);
        broker().next = record -> Mono.fromRunnable(() -> {
            STORE.take(record.value(), null);
            cameByWebhook(late);
        });
        toTheEnd();
        assertThat(run("incremental").path("filledIn").asInt()
                        + run("full").path("filledIn").asInt())
                .isZero();
    }

    @Test
    void anOutageIsSettledWithWhatItCost() {
        goOn();
        toTheEnd();
        Instant from = ago(Duration.ofMinutes(40));
        Comparing.sql("INSERT INTO outages (id, account, from_at, to_at) VALUES ('o1', 'acme', '" + from + "', '"
                + ago(Duration.ofMinutes(5)) + "')");
        for (int i = 0; i < 12; i++) {
            EVOLUTION.rows.add(Rows.text(TEAM, "A" + i, "missed " + i, ago(Duration.ofMinutes(15 + i))));
        }
        EVOLUTION.rows.add(Rows.text(TEAM, "BEFORE", "lost with it", ago(Duration.ofMinutes(45))));
        broker().next = record -> Mono.fromRunnable(() -> STORE.take(
                new String(record.value(), StandardCharsets.UTF_8)
                        .replace("\"A3\"", "\"A3 is not to be stored\"")
                        .getBytes(StandardCharsets.UTF_8),
                null));
        // what the timer finds first is the outage's all the same
        clock().advance(Duration.ofMinutes(6));
        step();
        step();
        Outage outage = new Outage("o1", from, clock().instant(), null, null);
        Comparing.get(AfterOutage.class).isOver(watch().account(), outage).block(Comparing.PATIENCE);
        Comparing.get(AfterOutage.class).isOver(watch().account(), outage).block(Comparing.PATIENCE);
        toTheEnd();
        assertThat(Comparing.get(Outages.class)
                        .between("acme", from, clock().instant())
                        .single()
                        .block(Comparing.PATIENCE))
                .satisfies(settled -> {
                    assertThat(settled.filledIn()).isEqualTo(12);
                    assertThat(settled.missing()).isEqualTo(1);
                });
    }

    @Test
    void whereEvolutionAsksForPatienceTheRunWaitsAndSaysSo() {
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "hello", ago(Duration.ofHours(30))));
        byHand("?group=" + TEAM);
        step();
        EVOLUTION.failure = new EvolutionException(
                EvolutionException.Kind.TOO_OFTEN, "Evolution is asked too often", Duration.ofMinutes(2));
        goOn();
        JsonNode waiting = run("by_hand");
        assertThat(waiting.path("error").asString()).isEqualTo("Evolution is asked too often");
        assertThat(waiting.path("state").asString()).isEqualTo("running");
        assertThat(Instant.parse(waiting.path("nextAt").asString()))
                .isAfter(clock().instant().plusSeconds(110));
        assertThat(chats().getFirst().path("error").asString()).isEqualTo("Evolution is asked too often");
        EVOLUTION.failure = null;
        clock().advance(Duration.ofMinutes(3));
        toTheEnd();
        assertThat(STORE.messages).hasSize(1);
        assertThat(run("by_hand").has("error")).isFalse();
        assertThat(chats().getFirst().has("error")).isFalse();
        assertThat(chats().getFirst().path("last").asString()).isNotEmpty();
    }

    @Test
    void whereTheStoreIsAwayNothingIsPassedOver() {
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "hello", ago(Duration.ofHours(30))));
        byHand("?group=" + TEAM);
        step();
        STORE.away = true;
        goOn();
        assertThat(run("by_hand").path("error").asString()).contains("the message store answers 500");
        STORE.away = false;
        toTheEnd();
        assertThat(STORE.messages).hasSize(1);
    }

    @Test
    void anEvolutionThatKeepsNothingIsToldApartFromOneInWhichNothingIsMissing() {
        cameByWebhook(Rows.text(TEAM, "A1", "hello", ago(Duration.ofHours(30))));
        toTheEnd();
        assertThat(run("full").path("state").asString()).isEqualTo("impossible");
        assertThat(run("full").path("end").asString()).contains("DATABASE_SAVE_DATA_NEW_MESSAGE=true");
    }

    @Test
    void groupsThatAreSwitchedOffAreLeftAlone() {
        STORE.switchedOff.add(OTHERS);
        EVOLUTION.rows.add(Rows.text(OTHERS, "B1", "not wanted", ago(Duration.ofMinutes(5))));
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "hello", ago(Duration.ofMinutes(5))));
        toTheEnd();
        assertThat(idsPublished()).containsExactly("A1");
        byHand("?group=" + OTHERS);
        toTheEnd();
        assertThat(run("by_hand").path("end").asString()).contains("switched off");
    }

    @Test
    void whatIsNewIsComparedEveryFiveMinutesFromWhereTheLastOneStopped() {
        toTheEnd();
        EVOLUTION.asked.clear();
        clock().advance(Duration.ofMinutes(4));
        goOn();
        assertThat(EVOLUTION.asked).isEmpty();
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "hello", ago(Duration.ofSeconds(30))));
        clock().advance(Duration.ofMinutes(2));
        toTheEnd();
        assertThat(EVOLUTION.asked).singleElement().satisfies(query -> {
            assertThat(query.chat()).isNull();
            assertThat(query.from()).isBetween(ago(Duration.ofMinutes(75)), ago(Duration.ofMinutes(65)));
        });
        assertThat(STORE.messages).hasSize(1);
        assertThat(chats().getFirst().path("kind").asString()).isEqualTo("incremental");
    }

    @Test
    void whatEvolutionRefusedFiveTimesIsLookedForAgainFromWhereTheLastWholeOneStopped() {
        toTheEnd();
        Instant whole = run("incremental").path("until").isMissingNode()
                ? clock().instant()
                : Instant.parse(run("incremental").path("until").asString());
        clock().advance(Duration.ofMinutes(80));
        EVOLUTION.failure = new EvolutionException(EvolutionException.Kind.AWAY, "Evolution is away");
        for (int i = 0; i < 6; i++) {
            goOn();
            clock().advance(Duration.ofMinutes(11));
        }
        EVOLUTION.failure = new EvolutionException(EvolutionException.Kind.REFUSED, "Evolution refuses");
        for (int i = 0; i < 4; i++) {
            goOn();
            clock().advance(Duration.ofMinutes(11));
        }
        assertThat(run("incremental").has("endedAt")).as("four refusals").isFalse();
        goOn();
        clock().advance(Duration.ofMinutes(11));
        goOn();
        EVOLUTION.failure = null;
        EVOLUTION.asked.clear();
        toTheEnd();
        clock().advance(Duration.ofMinutes(6));
        toTheEnd();
        assertThat(EVOLUTION.asked.stream().filter(query -> query.chat() == null))
                .first()
                .satisfies(query -> assertThat(query.from()).isBeforeOrEqualTo(whole));
    }

    private static void step() {
        duty("resync").step(watch()).block(Comparing.PATIENCE);
    }

    private static JsonNode byHand(String query) {
        return Comparing.json(Comparing.admin().post().uri("/accounts/acme/resync" + query));
    }

    private static List<JsonNode> chats() {
        return Comparing.items(Comparing.admin().get().uri("/accounts/acme/resync/chats"));
    }

    private static Set<String> idsPublished() {
        Set<String> ids = new HashSet<>();
        for (OutgoingRecord record : broker().published) {
            EventCodec.mapper()
                    .readTree(record.value())
                    .path("data")
                    .forEach(row -> ids.add(row.at("/key/id").asString()));
        }
        return ids;
    }
}
