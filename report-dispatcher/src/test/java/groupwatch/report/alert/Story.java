package groupwatch.report.alert;

import groupwatch.events.EventCodec;
import groupwatch.events.link.Link;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import groupwatch.events.link.Outage;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.report.alert.settings.AlertSettings;
import groupwatch.report.content.LinkAlert.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Events of one account and what is told of them, with a look each minute, and no database. An event is written as {@code 3:7:closed:a}: in minute 3,
 * with revision 7. Its outage {@code a} lasts; {@code a!} is over, {@code a!23/1} with 23 messages filled in and 1 missing; {@code -} is none. With
 * {@code 9<3:7:closed:a} it is heard in minute 9 only. {@code 5:gone} removes the account.
 */
final class Story {

    private static final Instant START = Instant.parse("2026-11-19T14:00:00Z");
    private static final Pattern EVENT =
            Pattern.compile("(?:(\\d+)<)?(\\d+):(\\d+):([a-z_]+):(?:-|([a-z])(!)?(?:(\\d+)/(\\d+))?)");
    private static final Pattern GONE = Pattern.compile("(\\d+):gone");
    private static final int MINUTES = 120;
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Map<Integer, List<IncomingRecord>> records = new TreeMap<>();
    private final Map<String, Instant> began = new HashMap<>();
    private final Map<String, KnownOutage> outages = new LinkedHashMap<>();
    private final AlertSettings settings = new AlertSettings(
            List.of("ops@example.com"),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(30),
            Locale.ENGLISH,
            ZoneOffset.UTC);
    private long revision = -1;

    Story(String events) {
        for (String event : events.split(" ")) {
            add(event);
        }
    }

    private void add(String written) {
        Matcher gone = GONE.matcher(written);
        if (gone.matches()) {
            heard(Integer.parseInt(gone.group(1)), new byte[0]);
            return;
        }
        Matcher parts = EVENT.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(written);
        }
        int minute = Integer.parseInt(parts.group(2));
        int heard = parts.group(1) == null ? minute : Integer.parseInt(parts.group(1));
        Instant at = at(minute);
        LinkState state = Links.state(
                "sales", Long.parseLong(parts.group(3)), LinkStatus.of(parts.group(4)), at, outage(parts, at));
        heard(heard, EventCodec.write(state));
    }

    private @Nullable Outage outage(Matcher parts, Instant at) {
        String id = parts.group(5);
        if (id == null) {
            return null;
        }
        Instant from = began.computeIfAbsent(id, begins -> at);
        return new Outage(id, from, parts.group(6) == null ? null : at, number(parts.group(7)), number(parts.group(8)));
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    private void heard(int minute, byte[] value) {
        List<IncomingRecord> batch = records.computeIfAbsent(minute, none -> new ArrayList<>());
        batch.add(new IncomingRecord("links", 0, batch.size(), "sales", value, Map.of(), at(minute)));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** Such as {@code down a 10, back a 25}. */
    String told() {
        List<String> told = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant now = at(minute);
            Heard.of(records.getOrDefault(minute, List.of())).changes().forEach(change -> apply(change, now));
            Instant look = now.plus(LOOK);
            for (KnownOutage outage : List.copyOf(outages.values())) {
                Kind kind = outage.due(settings, look);
                if (kind != null) {
                    told.add(kind.word() + " " + outage.id() + " " + minute);
                    outages.put(outage.id(), told(outage, kind, look));
                }
            }
        }
        return String.join(", ", told);
    }

    private void apply(Heard.Change change, Instant now) {
        if (!(change instanceof Heard.State heard)) {
            outages.replaceAll((id, outage) -> changed(outage, outage.downAt(), outage.backAt(), true));
            revision = -1;
            return;
        }
        Link link = heard.state().link();
        Outage outage = link.outage();
        List<KnownOutage> known = outages.values().stream()
                .filter(each -> each.to() == null || outage != null && each.id().equals(outage.id()))
                .toList();
        Hearing.changed(revision, known, heard, now).forEach(each -> outages.put(each.id(), each));
        revision = Math.max(revision, heard.state().revision());
    }

    private static KnownOutage told(KnownOutage outage, Kind kind, Instant now) {
        return kind == Kind.DOWN
                ? changed(outage, now, outage.backAt(), outage.removed())
                : changed(outage, outage.downAt(), now, outage.removed());
    }

    private static KnownOutage changed(
            KnownOutage of, @Nullable Instant downAt, @Nullable Instant backAt, boolean removed) {
        return new KnownOutage(
                of.id(),
                of.account(),
                of.revision(),
                of.from(),
                of.to(),
                of.filledIn(),
                of.missing(),
                of.knownAt(),
                of.heardAt(),
                of.status(),
                of.explanation(),
                of.advice(),
                of.down() && !removed,
                removed,
                downAt,
                backAt);
    }
}
