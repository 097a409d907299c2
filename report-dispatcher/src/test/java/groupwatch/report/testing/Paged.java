package groupwatch.report.testing;

import groupwatch.report.testing.FakeSuite.Answer;
import groupwatch.report.testing.FakeSuite.Question;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A list in pages; its cursors are places in it. */
final class Paged {

    private Paged() {}

    static ObjectNode page(List<? extends JsonNode> all, Question question) {
        return page(all, question, item -> item);
    }

    /** Only what is on the page is written. */
    private static <T> ObjectNode page(List<T> all, Question question, Function<? super T, ? extends JsonNode> json) {
        int from = Integer.parseInt(Objects.requireNonNullElse(question.parameter("cursor"), "0"));
        int limit = Integer.parseInt(Objects.requireNonNullElse(question.parameter("limit"), "50"));
        int to = Math.min(all.size(), from + limit);
        ObjectNode page = JsonMapper.shared().createObjectNode();
        ArrayNode items = page.putArray("items");
        all.subList(from, to).forEach(item -> items.add(json.apply(item)));
        if (to < all.size()) {
            page.put("next", String.valueOf(to));
        }
        return page;
    }

    static Answer answer(List<? extends JsonNode> all, Question question) {
        return Answer.ok(page(all, question));
    }

    static <T> Answer answer(List<T> all, Question question, Function<? super T, ? extends JsonNode> json) {
        return Answer.ok(page(all, question, json));
    }
}
