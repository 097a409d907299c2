package groupwatch.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo keeps what its README says there is to find. */
class DemoStoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 6);
    private static final Instant EVENING = Instant.parse("2026-03-07T02:00:00Z");
    private static final Demo DEMO = new Demo(7, Demo.firstDayFor(TODAY));
    private static final Pattern QUIET = Pattern.compile("^(Gestão|Lumen test rig|Peña)");
    private static final List<Happening> HISTORY = DEMO.history(EVENING);

    @Test
    void hasEightGroupsInFourLanguages() {
        assertThat(DEMO.rooms())
                .extracting(Room::language)
                .containsExactlyInAnyOrder("pt", "pt", "en", "en", "en", "es", "es", "ar");
        assertThat(DEMO.rooms()).extracting(Room::jid).doesNotHaveDuplicates().allMatch(jid -> jid.endsWith("@g.us"));
        assertThat(DEMO.rooms()).allSatisfy(room -> assertThat(room.members()).hasSizeBetween(6, 14));
    }

    @Test
    void hasPeopleInSeveralGroups() {
        Map<Persona, Long> groups = DEMO.rooms().stream()
                .flatMap(room -> room.members().stream())
                .collect(Collectors.groupingBy(persona -> persona, Collectors.counting()));

        assertThat(groups.values().stream().filter(count -> count > 1)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(groups.keySet()).extracting(Persona::phone).doesNotHaveDuplicates();
        assertThat(groups.keySet())
                .extracting(Persona::lid)
                .doesNotHaveDuplicates()
                .allMatch(lid -> lid.length() == 15);
    }

    @Test
    void tellsEnoughToRead() {
        assertThat(said(DEMO.rooms())).hasSizeGreaterThan(1_000);
        assertThat(DEMO.rooms().stream()
                        .filter(room -> !QUIET.matcher(room.subject()).find())
                        .map(room -> said(List.of(room)).count()))
                .allMatch(count -> count >= 110 && count <= 300);
    }

    @Test
    void hasEveryKindOfHappeningAndContent() {
        assertThat(HISTORY.stream().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Happening.class.getPermittedSubclasses());
        assertThat(said(DEMO.rooms())
                        .<Class<?>>map(one -> one.content().getClass())
                        .distinct())
                .containsExactlyInAnyOrder(Content.class.getPermittedSubclasses());
        assertThat(said(DEMO.rooms()))
                .anyMatch(one -> one.by() == null)
                .anyMatch(one -> !one.mentions().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Loja Girassol     | 2 | DECIDIDO: a partir de .* a janela de entrega é 8h–12h ou 13h–17h
                    Loja Girassol     | 3 | Madeiras do Vale vai FECHAR
                    Loja Girassol     | 5 | NÃO vão fechar
                    Loja Girassol     | 4 | A partir de agora é R\\$ 1\\.980,00
                    Loja Girassol     | 6 | onde foi parar a chave reserva do depósito 2
                    UK ⇄ Spain        | 2 | Decision: gate cut-off is 15:00 sharp
                    UK ⇄ Spain        | 3 | cierran la terminal entera de Santander
                    UK ⇄ Spain        | 6 | NO cierran la terminal
                    UK ⇄ Spain        | 4 | It's 1,420 per trailer
                    UK ⇄ Spain        | 3 | Bilbao yard takes ADR class 3
                    Lumen 2.0         | 3 | Decision: public launch moves
                    Lumen 2.0         | 4 | FAILED the safety lab
                    Lumen 2.0         | 6 | The adapter did NOT fail
                    Lumen 2.0         | 5 | The launch price is \\$129
                    Lumen 2.0         | 3 | login of the old newsletter account
                    Vecinos Olmo 14   | 4 | Decidido: repara Ascensores Meseta por 2\\.950 €
                    Vecinos Olmo 14   | 3 | nos cortan el agua tres días
                    Vecinos Olmo 14   | 5 | NO hay corte de tres días
                    Vecinos Olmo 14   | 1 | la bici azul sin rueda
                    فريق الصيانة      | 3 | القرار: نعمل بالمناطق
                    فريق الصيانة      | 4 | لن تجدد العقد معنا
                    فريق الصيانة      | 6 | خبر عدم التجديد غير صحيح
                    فريق الصيانة      | 3 | الصحيح 3,580 درهماً
                    Lumen test rig    | 7 | at 45 we open 17 and 22 both
                    Peña Olmo         | 9 | Reservado en el polideportivo
                    Gestão Girassol   | 2 | limite de R\\$ 5\\.100 para o depósito 2
                    """)
    void hasWhatThereIsToFind(String group, int day, String words) {
        LocalDate date = StoryDay.workday(Demo.firstDayFor(TODAY), day);
        Pattern pattern = Pattern.compile(words);

        assertThat(said(room(group)).filter(one -> pattern.matcher(text(one)).find()))
                .singleElement()
                .satisfies(one -> assertThat(one.at().atZone(one.room().zone()).toLocalDate())
                        .isEqualTo(date));
    }

    @Test
    void leavesAQuestionUnansweredInEachBusyGroup() {
        for (String question : List.of(
                "onde foi parar a chave reserva",
                "Bilbao yard takes ADR",
                "login of the old newsletter",
                "مخطط شبكة المياه")) {
            Happening.Said asked = said(DEMO.rooms())
                    .filter(one -> text(one).contains(question))
                    .findFirst()
                    .orElseThrow();
            assertThat(said(DEMO.rooms()).map(Happening.Said::replyTo)).doesNotContain(asked.id());
        }
    }

    @Test
    void correctsPricesByEditing() {
        assertThat(HISTORY.stream()
                        .filter(Happening.Edited.class::isInstance)
                        .map(edited -> ((Happening.Edited) edited).text()))
                .anyMatch(text -> text.contains("R$ 1.980"))
                .anyMatch(text -> text.contains("1,420 euros"))
                .anyMatch(text -> text.contains("57 € por piso"))
                .anyMatch(text -> text.contains("3,580 درهماً"));
    }

    static Stream<LocalDate> startingDays() {
        return TODAY.datesUntil(TODAY.plusDays(7));
    }

    @ParameterizedTest
    @MethodSource("startingDays")
    void hasAGroupThatWentSilent(LocalDate today) {
        Demo demo = new Demo(7, Demo.firstDayFor(today));
        Instant noon = today.atTime(12, 0).atZone(ZoneOffset.UTC).toInstant();
        Instant last = demo.history(noon).stream()
                .filter(happening -> happening.room().subject().startsWith("Gestão"))
                .map(Happening::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(Duration.between(last, noon)).isGreaterThan(Duration.ofDays(8));
        assertThat(demo.live(noon).limit(3_000).map(Happening::room))
                .noneMatch(room -> room.subject().startsWith("Gestão"));
    }

    /** By the days of any clock on Earth. */
    @ParameterizedTest
    @MethodSource("startingDays")
    void hasAGroupThatFellSilentJustNow(LocalDate today) {
        for (ZoneId zone : List.of(ZoneOffset.ofHours(-10), ZoneOffset.UTC, ZoneOffset.ofHours(12))) {
            Map<LocalDate, Long> perDay = perDay("Lumen test rig", today, zone);

            assertThat(perDay.keySet()).allMatch(day -> day.isBefore(today.minusDays(1)));
            assertThat(perDay.keySet()).anyMatch(day -> day.isAfter(today.minusDays(7)));
            assertThat(perDay.values().stream().filter(messages -> messages >= 6))
                    .hasSizeGreaterThanOrEqualTo(6);
        }
    }

    @ParameterizedTest
    @MethodSource("startingDays")
    void hasAGroupThatWasLoudYesterday(LocalDate today) {
        for (ZoneId zone : List.of(ZoneOffset.ofHours(-8), ZoneOffset.UTC, ZoneOffset.ofHours(10))) {
            Map<LocalDate, Long> perDay = perDay("Peña", today, zone);
            long yesterday = perDay.getOrDefault(today.minusDays(1), 0L);

            if (today.getDayOfWeek() == DayOfWeek.SATURDAY) {
                assertThat(yesterday).as("its tenth day is a quiet one").isLessThan(10);
            } else {
                assertThat(yesterday).isGreaterThanOrEqualTo(25);
            }
            assertThat(perDay.values().stream().sorted().skip(perDay.size() / 2).findFirst())
                    .as("usually")
                    .hasValueSatisfying(usual -> assertThat(usual).isBetween(2L, 5L));
        }
    }

    private static Map<LocalDate, Long> perDay(String room, LocalDate today, ZoneId zone) {
        Demo demo = new Demo(7, Demo.firstDayFor(today));
        return demo.history(today.atTime(9, 0).atZone(zone).toInstant()).stream()
                .filter(happening -> happening.room().subject().startsWith(room))
                .filter(Happening.Said.class::isInstance)
                .collect(Collectors.groupingBy(
                        happening -> happening.at().atZone(zone).toLocalDate(), Collectors.counting()));
    }

    @Test
    void speaksTheLanguageOfTheRoom() {
        Map<String, Set<String>> common = Map.of(
                "pt", Set.of("não", "que", "com", "uma", "pra", "já", "até", "você", "são", "mais", "é", "os"),
                "en", Set.of("the", "and", "is", "it", "of", "to", "you", "at", "for", "we", "on", "have"),
                "es", Set.of("el", "que", "los", "con", "una", "es", "por", "la", "hay", "y", "no", "del"));
        for (Room room : DEMO.rooms()) {
            if (room.language().equals("ar")) {
                assertThat(share(room, one -> text(one).codePoints().anyMatch(DemoStoryTest::isArabic)))
                        .isGreaterThan(0.9);
                continue;
            }
            Map<String, Long> hits = common.keySet().stream()
                    .collect(Collectors.toMap(
                            language -> language,
                            language -> said(List.of(room))
                                    .flatMap(one -> words(text(one)))
                                    .filter(common.getOrDefault(language, Set.of())::contains)
                                    .count()));
            assertThat(hits.entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .orElseThrow()
                            .getKey())
                    .isEqualTo(room.language());
        }
    }

    @Test
    void namesNoDayByHand() {
        Pattern byHand = Pattern.compile(
                "\\b(tomorrow|yesterday|next week|(mon|tues|wednes|thurs|fri)day|amanhã|mañana por|el (lunes|martes|jueves|viernes))\\b");
        List<String> scripts = List.of("loja", "freight", "launch", "vecinos", "maintenance", "gestao", "rig", "pena");

        assertThat(scripts.stream()
                        .flatMap(script -> Source.read(script + ".chat").lines().stream())
                        .map(Source.Line::text)
                        .filter(line -> byHand.matcher(line).find()))
                .isEmpty();
    }

    @Test
    void leavesNothingToFillIn() {
        Set<Happening> all = new HashSet<>(HISTORY);
        all.addAll(DEMO.history(EVENING.plus(Duration.ofDays(14))));
        DEMO.live(EVENING).limit(20_000).forEach(all::add);

        assertThat(all.stream()
                        .filter(Happening.Said.class::isInstance)
                        .map(one -> ((Happening.Said) one).content().toString())
                        .filter(text -> text.matches("(?s).*[{}<>|].*")))
                .isEmpty();
    }

    @Test
    void restsAtWeekends() {
        assertThat(said(DEMO.rooms())
                        .filter(one -> one.at()
                                        .atZone(one.room().zone())
                                        .getDayOfWeek()
                                        .compareTo(DayOfWeek.SATURDAY)
                                >= 0))
                .hasSizeLessThan(60);
    }

    private static List<Room> room(String beginning) {
        return DEMO.rooms().stream()
                .filter(room -> room.subject().startsWith(beginning))
                .toList();
    }

    private static Stream<Happening.Said> said(List<Room> rooms) {
        return HISTORY.stream()
                .filter(happening -> rooms.contains(happening.room()))
                .filter(Happening.Said.class::isInstance)
                .map(Happening.Said.class::cast);
    }

    private static double share(Room room, Predicate<Happening.Said> wanted) {
        List<Happening.Said> texts = said(List.of(room))
                .filter(one -> words(text(one)).findAny().isPresent())
                .toList();
        return (double) texts.stream().filter(wanted).count() / texts.size();
    }

    private static Stream<String> words(String text) {
        return Pattern.compile("[^\\p{L}]+")
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty());
    }

    private static boolean isArabic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
    }

    private static String text(Happening.Said said) {
        return switch (said.content()) {
            case Content.Text text -> text.text();
            case Content.Voice voice -> voice.spoken();
            default -> "";
        };
    }
}
