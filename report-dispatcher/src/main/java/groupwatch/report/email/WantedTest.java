package groupwatch.report.email;

import groupwatch.kit.api.Fields;
import groupwatch.report.mail.MailAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A test mail, as somebody wants it.
 *
 * @param settings to be tried; absent: those in use
 */
record WantedTest(MailAddress to, @Nullable WantedEmail settings) {

    private static final int LONGEST = 500;

    /** Settings stand beside {@code to}. */
    static WantedTest read(JsonNode body) {
        if (body instanceof ObjectNode object && object.size() > 1 && object.has("to")) {
            ObjectNode settings = object.deepCopy();
            settings.remove("to");
            return new WantedTest(to(object.objectNode().set("to", object.path("to"))), WantedEmail.read(settings));
        }
        return new WantedTest(to(body), null);
    }

    private static MailAddress to(JsonNode body) {
        return WantedEmail.address("to", new Fields(body, "", Set.of("to")).required("to", LONGEST));
    }
}
