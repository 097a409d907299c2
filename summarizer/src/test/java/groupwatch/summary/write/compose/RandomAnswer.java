package groupwatch.summary.write.compose;

import groupwatch.summary.model.Completion;
import groupwatch.summary.model.Finish;
import groupwatch.summary.write.testing.ScriptedModel;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * An answer as no sane model gives it, or as a good one does. What must never come out of it carries a word that says so: {@code WRONG}.
 */
final class RandomAnswer {

    private static final List<String> FIELDS =
            List.of("overview", "decisions", "action_items", "open_questions", "urgent");

    private final Random random;
    private final int messages;

    RandomAnswer(Random random, int messages) {
        this.random = random;
        this.messages = messages;
    }

    Completion completion() {
        int dice = random.nextInt(20);
        Finish finish = dice == 0 ? Finish.TRUNCATED : dice == 1 ? Finish.REFUSED : Finish.COMPLETE;
        return ScriptedModel.ended(finish, broken(wrapped(object())));
    }

    private String object() {
        StringBuilder json = new StringBuilder("{");
        for (String field : FIELDS) {
            if (random.nextInt(4) > 0) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(field)
                        .append("\":")
                        .append(list());
            }
        }
        if (random.nextInt(3) > 0) {
            json.append(json.length() > 1 ? "," : "").append("\"topics\":").append(topics());
        }
        if (random.nextInt(4) == 0) {
            json.append(json.length() > 1 ? "," : "").append("\"notes\":[{\"text\":\"WRONG field\",\"cites\":[1]}]");
        }
        return json.append('}').toString();
    }

    private String list() {
        if (random.nextInt(15) == 0) {
            return pick("null", "\"WRONG\"", "7", "{\"text\":\"WRONG\",\"cites\":[1]}", "true", deep(20), deep(5_000));
        }
        return repeated(random.nextInt(300) == 0 ? 700 : random.nextInt(4), this::sentence);
    }

    private String topics() {
        return repeated(random.nextInt(3), () -> {
            String title = pick(
                    "\"Thursday\"", "\"Game\"", "null", "\"\"", "3", "\"WRONG www.evil.example\"", "\"<b>WRONG</b>\"");
            return "{\"title\":" + title + ",\"points\":" + list() + "}";
        });
    }

    private String sentence() {
        return switch (random.nextInt(12)) {
            case 0 -> "{\"text\":\"WRONG without cites\"}";
            case 1 -> "{\"text\":\"WRONG cites\",\"cites\":" + wrongCites() + "}";
            case 2 ->
                "{\"text\":\"WRONG " + pick("<script>", "</p>", "](x)", "&lt;b", "<img src=x") + "\",\"cites\":[1]}";
            case 3 ->
                "{\"text\":\"WRONG "
                        + pick(
                                "https://evil.example",
                                "www.evil.example",
                                "a@evil.example",
                                "evil.example",
                                "javascript:x",
                                "+49 1512 3456789")
                        + "\",\"cites\":[1]}";
            case 4 ->
                "{\"text\":" + pick("null", "17", "\"\"", "\"  \"", "[\"WRONG\"]", "{\"text\":\"WRONG\"}")
                        + ",\"cites\":[1]}";
            case 5 -> pick("null", "\"WRONG words\"", "12", "[]", "{}", "[[\"WRONG\"]]");
            case 6 -> "{\"text\":\"WRONG " + "very ".repeat(200) + "long\",\"cites\":[2]}";
            case 7 -> "{\"text\":\"Ana said “WRONG words never said”\",\"cites\":[1]}";
            default ->
                "{\"text\":\"They \\u0070lay" + pick("", " on Thursday", " **soon**", "\\n\\u202etwice", " [1]")
                        + ".\",\"cites\":" + cites() + ",\"who\":" + pick("\"Ana\"", "null", "3", "\"WRONG man\"", "[]")
                        + ",\"due\":" + pick("null", "\"Thursday\"", "9", "\"<i>WRONG</i>\"") + "}";
        };
    }

    private String cites() {
        return repeated(1 + random.nextInt(3), () -> {
            String number = String.valueOf(1 + random.nextInt(messages));
            return random.nextInt(6) == 0 ? "\"" + number + "\"" : number;
        });
    }

    private String wrongCites() {
        return pick(
                "[]",
                "null",
                "[0]",
                "[-1]",
                "[1," + (messages + 1) + "]",
                "[1.5]",
                "[\"one\"]",
                "[99999999999999]",
                "[null]",
                "[[1]]",
                "{}",
                "true",
                "[true]",
                "[\"ID1\"]",
                "\"\"",
                "[{\"id\":1}]");
    }

    private String wrapped(String json) {
        return switch (random.nextInt(8)) {
            case 0 -> "```json\n" + json + "\n```";
            case 1 -> "Here {as you asked} is it:\n" + json + "\nAnything else? {}";
            case 2 -> "\uFEFF " + json;
            default -> json;
        };
    }

    private String broken(String answer) {
        return switch (random.nextInt(12)) {
            case 0 -> answer.substring(0, random.nextInt(answer.length()));
            case 1 -> answer.replaceFirst(",", pick("", ",,", ";"));
            case 2 -> answer.replaceFirst("\"", "'");
            case 3 ->
                pick("", "null", "[]", "{}", "NaN", "WRONG", deep(3_000), "{\"overview\":" + "9".repeat(5_000) + "}");
            case 4 -> bytes(answer);
            default -> answer;
        };
    }

    private String bytes(String answer) {
        StringBuilder changed = new StringBuilder(answer);
        for (int change = 0; change < 3; change++) {
            changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(0x3000));
        }
        return changed.toString();
    }

    private static String deep(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private String repeated(int times, Supplier<String> element) {
        StringBuilder list = new StringBuilder("[");
        for (int time = 0; time < times; time++) {
            list.append(time > 0 ? "," : "").append(element.get());
        }
        return list.append(']').toString();
    }

    private String pick(String... ways) {
        return ways[random.nextInt(ways.length)];
    }
}
