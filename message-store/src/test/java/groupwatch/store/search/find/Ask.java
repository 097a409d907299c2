package groupwatch.store.search.find;

import static java.util.stream.Collectors.joining;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Media;
import groupwatch.events.message.Message;
import groupwatch.events.message.MessageType;
import groupwatch.events.message.Poll;
import groupwatch.events.message.PollOption;
import groupwatch.store.search.find.World.Someone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A random question, as it is typed, and whether a message as it is shown is an answer to it: decided by looking at the
 * message, without anything the search is made of.
 *
 * @param words those that are looked for, folded; empty for operators and negations
 */
record Ask(String typed, Predicate<Message> answers, List<List<String>> words, Set<MessageType> types) {

    static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    static Ask random(Random random) {
        List<Ask> all = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Ask one = signed(random);
            all.add(random.nextInt(5) == 0 ? either(one, signed(random)) : one);
        }
        Ask both = all.stream().reduce(Ask::and).orElseThrow();
        return new Ask(
                both.typed,
                message -> both.answers.test(message) && !isAttached(message, both.types),
                both.words,
                both.types);
    }

    private static boolean isAttached(Message message, Set<MessageType> asked) {
        return (message.type() == MessageType.REACTION || message.type() == MessageType.POLL_VOTE)
                && !asked.contains(message.type());
    }

    private Ask and(Ask other) {
        return new Ask(typed + " " + other.typed, answers.and(other.answers), both(words, other.words), types(other));
    }

    private static Ask either(Ask one, Ask other) {
        return new Ask(
                one.typed + " OR " + other.typed,
                one.answers.or(other.answers),
                both(one.words, other.words),
                one.types(other));
    }

    private Set<MessageType> types(Ask other) {
        return Stream.concat(types.stream(), other.types.stream()).collect(Collectors.toSet());
    }

    private static List<List<String>> both(List<List<String>> some, List<List<String>> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Ask signed(Random random) {
        Ask one = part(random);
        return random.nextInt(5) == 0 ? new Ask("-" + one.typed, one.answers.negate(), List.of(), Set.of()) : one;
    }

    private static Ask part(Random random) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> word(any(random, World.WORDS));
            case 5 -> phrase(any(random, World.WORDS) + " " + any(random, World.WORDS));
            case 6 -> prefix(random);
            case 7 -> from(random);
            case 8 -> in(random);
            case 9 -> type(random);
            case 10, 11 -> sent(random);
            case 12 -> has(random);
            default -> {
                String account = any(random, World.ACCOUNTS);
                yield operator(
                        "account:" + account, message -> message.instances().contains(account));
            }
        };
    }

    private static Ask word(String word) {
        List<String> words = PlainWords.of(word);
        return new Ask(word, message -> says(message, words, false), List.of(words), Set.of());
    }

    private static Ask phrase(String phrase) {
        List<String> words = PlainWords.of(phrase);
        return new Ask("\"" + phrase + "\"", message -> says(message, words, false), List.of(words), Set.of());
    }

    private static Ask prefix(Random random) {
        String begin = any(random, List.of("caf", "me", "REUN", "مرح", "שלו", "grü", "15"));
        List<String> words = PlainWords.of(begin);
        return new Ask(begin + "*", message -> says(message, words, true), List.of(words), Set.of());
    }

    private static boolean says(Message message, List<String> words, boolean prefix) {
        return texts(message)
                .map(PlainWords::of)
                .anyMatch(there -> prefix
                        ? there.stream().anyMatch(word -> word.startsWith(words.getFirst()))
                        : Collections.indexOfSubList(there, words) >= 0);
    }

    private static Stream<String> texts(Message message) {
        return Stream.of(
                        Stream.ofNullable(message.text()),
                        Stream.ofNullable(message.media()).map(Media::fileName),
                        Stream.ofNullable(message.poll()).map(Poll::question),
                        Stream.ofNullable(message.poll())
                                .flatMap(poll -> poll.options().stream())
                                .map(PollOption::name))
                .flatMap(texts -> texts)
                .filter(Objects::nonNull);
    }

    private static Ask from(Random random) {
        Someone someone = any(random, World.PEOPLE);
        return switch (random.nextInt(6)) {
            case 0 -> operator("from:me", Message::fromMe);
            case 1 ->
                operator(
                        "from:ana",
                        message -> isBy(message, World.PEOPLE.get(0)) || isBy(message, World.PEOPLE.get(1)));
            case 2 -> operator("from:\"" + someone.name() + "\"", message -> isBy(message, someone));
            case 3 -> operator("from:" + someone.lid(), message -> isBy(message, someone));
            case 4 -> operator("from:nobody", message -> false);
            default -> {
                int account = random.nextInt(2);
                yield operator(
                        "from:" + World.ACCOUNT_JIDS.get(account).replaceAll("@.*", ""),
                        message -> isBy(message, World.ACCOUNT_JIDS.get(account)));
            }
        };
    }

    private static boolean isBy(Message message, Someone someone) {
        return isBy(message, someone.phone().isEmpty() ? someone.lid() : someone.phone());
    }

    private static boolean isBy(Message message, String jid) {
        Person sender = message.sender();
        return sender != null && jid.equals(sender.jid());
    }

    private static Ask in(Random random) {
        int group = random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 0 ->
                operator(
                        "in:" + World.GROUPS.get(group),
                        message -> message.chat().equals(World.GROUPS.get(group)));
            case 1 -> operator("in:loja", message -> World.GROUPS.subList(0, 2).contains(message.chat()));
            case 2 -> operator("in:familia", message -> message.chat().equals(World.GROUPS.get(2)));
            case 3 -> operator("in:\"loja norte\"", message -> message.chat().equals(World.GROUPS.getFirst()));
            default -> {
                Someone other = World.PEOPLE.getFirst();
                yield operator(
                        "in:+" + other.phone().replaceAll("@.*", ""),
                        message -> message.chat().equals(other.phone()));
            }
        };
    }

    private static Ask type(Random random) {
        MessageType type =
                any(random, List.of(MessageType.TEXT, MessageType.IMAGE, MessageType.POLL, MessageType.REACTION));
        return new Ask(
                "type:" + type.wire() + ",document",
                message -> message.type() == type || message.type() == MessageType.DOCUMENT,
                List.of(),
                Set.of(type, MessageType.DOCUMENT));
    }

    private static Ask sent(Random random) {
        LocalDate day = LocalDate.of(2026, 11, 20).minusDays(random.nextInt(5) == 0 ? 1 : random.nextInt(700));
        Instant start = day.atStartOfDay(ZONE).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> operator("before:" + day, message -> at(message).isBefore(start));
            case 1 -> operator("after:" + day, message -> !at(message).isBefore(start));
            case 2 ->
                operator(
                        "on:" + day,
                        message -> !at(message).isBefore(start) && at(message).isBefore(end));
            default ->
                operator(
                        "after:" + World.NOW.minusSeconds(86_399),
                        message -> !at(message).isBefore(World.NOW.minusSeconds(86_399)));
        };
    }

    private static Instant at(Message message) {
        return Objects.requireNonNullElse(message.sentAt(), Instant.EPOCH);
    }

    private static Ask has(Random random) {
        return switch (random.nextInt(6)) {
            case 0 ->
                operator(
                        "has:link",
                        message -> message.text() != null && message.text().contains("https://"));
            case 1 -> operator("has:reply", message -> message.replyTo() != null);
            case 2 -> operator("has:edit", message -> !message.edits().isEmpty());
            case 3 -> operator("has:reaction", message -> !message.reactions().isEmpty());
            case 4 -> operator("has:media", message -> message.media() != null);
            default -> operator("has:poll", message -> message.poll() != null);
        };
    }

    private static Ask operator(String typed, Predicate<Message> answers) {
        return new Ask(typed, answers, List.of(), Set.of());
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @Override
    public String toString() {
        return typed + words.stream().map(String::valueOf).collect(joining(", ", "  (", ")"));
    }
}
