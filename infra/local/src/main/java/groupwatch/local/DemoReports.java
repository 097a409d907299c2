package groupwatch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's reports, one of each type, so that mails can be looked at within minutes. They are made once in a data folder's life, when
 * yesterday's story can be read, and belong to the person from then on: what they delete stays deleted.
 */
final class DemoReports {

    private static final Logger log = LoggerFactory.getLogger(DemoReports.class);

    /** The story is there after half a minute; on a busy machine it takes longer. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** It takes ten seconds; the reports are wanted soon. */
    private static final Duration LONGEST_SUMMARIES = Duration.ofSeconds(30);

    private static final int DAYS = 7;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataFolder folder;
    private final DemoApi api;
    private final Thread thread;

    private DemoReports(DataFolder folder, DemoApi api) {
        this.folder = folder;
        this.api = api;
        this.thread = Thread.ofPlatform().name("demo-reports").daemon().unstarted(this::make);
    }

    /** Goes on in the background. */
    static DemoReports begin(SuiteOptions options, String token) {
        var reports = new DemoReports(options.folder(), new DemoApi(options.api(), token));
        if (areMade(options)) {
            reports.thread.start();
        }
        return reports;
    }

    void stop() {
        if (!thread.isAlive()) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether this start makes them: once, and not for somebody's own mail server. */
    static boolean areMade(SuiteOptions options) {
        return options.demo()
                && options.catchesMail()
                && isTold(options)
                && !Files.exists(options.folder().reportsMade());
    }

    /** Other scenarios have no yesterday. */
    private static boolean isTold(SuiteOptions options) {
        return options.properties()
                .getOrDefault("groupwatch.simulator.demo.scenario", "demo")
                .equals("demo");
    }

    private void make() {
        try {
            if (!awaitYesterday()) {
                log.warn("the demo's story is not there yet: its reports are made at the next start");
                return;
            }
            summariseTheWeek();
            var soon = DemoReport.soon(ZonedDateTime.now(DemoReport.zone()));
            for (var report : DemoReport.values()) {
                api.make(report.body(soon), "demo-" + report.type());
            }
            PrivateFile.write(folder.reportsMade(), soon.toString());
            log.info("the demo's reports are due at {}", soon);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it was stopped before: the next start makes them
        } catch (IOException | LocalException e) {
            log.warn("the demo's reports were not made, the next start tries again: {}", e.getMessage());
        }
    }

    /** Once all of it was taken by the gateway, and as many messages are read twice in a row. */
    private boolean awaitYesterday() throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var before = Optional.<Long>empty();
        while (System.nanoTime() < deadline) {
            var now = isPastTold() ? yesterday() : Optional.<Long>empty();
            if (now.filter(messages -> messages > 0).isPresent() && now.equals(before)) {
                return true;
            }
            before = now;
            Thread.sleep(PAUSE);
        }
        return false;
    }

    /** As would have happened by itself, had the suite been there all the week. */
    private void summariseTheWeek() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_SUMMARIES.toNanos();
        var today = ZonedDateTime.now(DemoReport.zone()).toLocalDate();
        var groups = api.groups();
        for (var day : today.minusDays(DAYS).datesUntil(today).toList()) {
            for (var group : groups) {
                if (System.nanoTime() < deadline) {
                    api.summarise(group, day);
                }
            }
        }
    }

    private Optional<Long> yesterday() throws InterruptedException {
        try {
            return Optional.of(api.messages(
                    ZonedDateTime.now(DemoReport.zone()).toLocalDate().minusDays(1)));
        } catch (IOException | LocalException e) {
            return Optional.empty(); // not everything answers yet
        }
    }

    private boolean isPastTold() {
        return StoryFile.read(folder.story()).filter(StoryFile::isPastTold).isPresent();
    }
}
