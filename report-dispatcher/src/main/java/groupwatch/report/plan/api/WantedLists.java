package groupwatch.report.plan.api;

import groupwatch.kit.api.Fields;
import groupwatch.report.mail.MailAddress;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads who gets a report, and what it tells of. */
final class WantedLists {

    private static final int MOST_RECIPIENTS = 100;
    private static final int MOST_GROUPS = 500;
    private static final int MOST_SEARCHES = 20;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_JID = 100;
    private static final int LONGEST_SEARCH_NAME = 100;
    private static final int LONGEST_QUERY = 500;
    private static final Pattern GROUP = Pattern.compile("[0-9]{1,32}(-[0-9]{1,32})?@g\\.us");
    private static final Set<String> OF_A_SEARCH = Set.of("name", "query");

    private WantedLists() {}

    /** Each mailbox once, written as the first time. */
    static List<String> recipients(Fields fields) {
        List<JsonNode> values = fields.list("recipients", MOST_RECIPIENTS);
        if (values.isEmpty()) {
            throw Fields.bad("recipients", "must name 1 to " + MOST_RECIPIENTS + " e-mail addresses");
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        for (int at = 0; at < values.size(); at++) {
            MailAddress address = address("recipients[" + at + "]", values.get(at));
            addresses.putIfAbsent(address.key(), address.toString());
        }
        return List.copyOf(addresses.values());
    }

    private static MailAddress address(String name, JsonNode value) {
        try {
            return MailAddress.of(Fields.text(value, name, LONGEST_ADDRESS));
        } catch (MailAddress.BadAddressException error) {
            throw Fields.bad(name, error.why());
        }
    }

    static Set<String> groups(Fields fields) {
        List<JsonNode> values = fields.list("groups", MOST_GROUPS);
        Set<String> groups = new TreeSet<>();
        for (int at = 0; at < values.size(); at++) {
            String name = "groups[" + at + "]";
            String jid = Fields.text(values.get(at), name, LONGEST_JID);
            if (!GROUP.matcher(jid).matches()) {
                throw Fields.bad(name, "must be a group's JID like 120363000000000101@g.us");
            }
            groups.add(jid);
        }
        return groups;
    }

    static List<Search> searches(Fields fields, ReportType type) {
        List<JsonNode> values = fields.list("searches", MOST_SEARCHES);
        if (type != ReportType.KEYWORD_ALERT && !values.isEmpty()) {
            throw Fields.bad("searches", "are for a " + ReportType.KEYWORD_ALERT.word() + " alone");
        }
        if (type == ReportType.KEYWORD_ALERT && values.isEmpty()) {
            throw Fields.bad("searches", "must name 1 to " + MOST_SEARCHES + " searches");
        }
        List<Search> searches = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            searches.add(search("searches[" + at + "].", values.get(at)));
        }
        return searches;
    }

    private static Search search(String path, JsonNode value) {
        Fields fields = new Fields(value, path, OF_A_SEARCH);
        return new Search(
                PlainName.check(path + "name", fields.required("name", LONGEST_SEARCH_NAME)),
                PlainName.check(path + "query", fields.required("query", LONGEST_QUERY)));
    }
}
