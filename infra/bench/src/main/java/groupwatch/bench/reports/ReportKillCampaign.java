package groupwatch.bench.reports;

import groupwatch.bench.Wait;
import groupwatch.bench.process.Resources;
import groupwatch.bench.process.TemporaryFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many reports due in one minute, several replicas, and kill -9 of one of them again and again while the mails go out. */
@Command(
        name = "report-kill",
        mixinStandardHelpOptions = true,
        description = "Many reports due in one minute, and kill -9 of the replicas that send them.")
public final class ReportKillCampaign implements Callable<Integer> {

    private static final Duration PROGRESS = Duration.ofSeconds(120);
    private static final Duration REST = Duration.ofSeconds(180);

    /** So many a second can be made on a busy machine. */
    private static final int REPORTS_A_SECOND = 10;

    private static final int LEAST_SECONDS = 15;
    private static final int NEVER_ALONE = 2;

    /** As the dispatcher does unless it is told otherwise. */
    private static final int MAILS_AT_ONCE = 4;

    @Option(names = "--launcher", hidden = true, description = "The launcher script; not needed here.")
    String launcher = "";

    @Option(names = "--replicas", defaultValue = "3", description = "Report dispatchers (${DEFAULT-VALUE}).")
    int replicas;

    @Option(names = "--reports", defaultValue = "200", description = "Two recipients each (${DEFAULT-VALUE}).")
    int reports;

    @Option(names = "--kills", defaultValue = "30", description = "How often one is killed (${DEFAULT-VALUE}).")
    int kills;

    @Option(
            names = "--latency",
            defaultValue = "1.5",
            description = "Seconds at most that the mail server thinks about a recipient (${DEFAULT-VALUE}).")
    double latency;

    @Option(names = "--at-once", description = "Reports are due in the minute that has begun, not in one to come.")
    boolean atOnce;

    @Option(names = "--seed", defaultValue = "1", description = "Of the random moments (${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--keep", description = "Leave the logs of all replicas, and the data.")
    boolean keep;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReportKillCampaign()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (var resources = new Resources()) {
            var servers = resources.add(new ReportServers(folder(resources), reports));
            var mails = resources.add(new MailServer(latency, seed));
            var running = resources.add(new Replicas(servers, mails));
            var due = plan(servers, mails, running);
            var begun = Instant.now();
            var killed = killWhileMailsGoOut(mails, running);
            Wait.until(
                    "all runs have ended and are told",
                    REST,
                    () -> running.up() == replicas && servers.tables().openRuns() == 0);
            var seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
            return new ReportVerdict(reports, due, servers, mails)
                    .verdict(killed, seconds)
                    .print();
        }
    }

    private Path folder(Resources resources) {
        var folder = TemporaryFolder.create();
        if (keep) {
            System.out.println("logs and data are left in " + folder.path());
        } else {
            resources.add(folder);
        }
        return folder.path();
    }

    /** Returns when they have come due. */
    private Instant plan(ReportServers servers, MailServer mails, Replicas running) {
        var service = running.start(1);
        var due = due();
        var invented = new InventedReports(due);
        invented.fill(servers.suite());
        try (var client = new ReportClient(service)) {
            for (var number = 0; number < reports; number++) {
                var next = Instant.parse(
                        client.add(invented.report(number)).path("nextRunAt").asString());
                if (!atOnce && !next.equals(due)) {
                    throw new IllegalStateException(
                            "this machine is too slow: its minute came before report " + number);
                }
            }
        }
        System.out.printf("%d reports are due at %s%n", reports, due);
        for (var number = 2; number <= replicas; number++) {
            running.start(number);
        }
        if (atOnce) {
            servers.tables().due(due);
        }
        mails.allow(2 * reports / Math.max(1, kills));
        Wait.until("they are due", Duration.ofMinutes(3), () -> !Instant.now().isBefore(due));
        return due;
    }

    private Instant due() {
        var now = Instant.now();
        return atOnce
                ? now.truncatedTo(ChronoUnit.MINUTES)
                : now.plusSeconds(LEAST_SECONDS + reports / REPORTS_A_SECOND)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plus(1, ChronoUnit.MINUTES);
    }

    /**
     * The first before a mail is out, the last when few are left, each at a moment that nobody chose while mails go out. They go on only while
     * there is more than one replica: starting takes longer than sending.
     */
    private List<Replicas.Killed> killWhileMailsGoOut(MailServer mails, Replicas running) {
        var random = new Random(seed);
        var killed = new ArrayList<Replicas.Killed>();
        var recipients = 2 * reports;
        var secondsBetween = recipients * latency / 2 / MAILS_AT_ONCE / Math.max(1, kills);
        for (var kill = 0; kill < kills; kill++) {
            var reached = recipients * kill / kills;
            Wait.until(
                    "mails go on",
                    PROGRESS,
                    () -> mails.reached() >= reached && running.up() >= Math.min(NEVER_ALONE, replicas));
            mails.allow(recipients * (kill + 1) / kills);
            Wait.seconds(random.nextDouble() * secondsBetween);
            var one = running.kill(random);
            killed.add(one);
            System.out.printf(
                    "kill -9, %d: replica %d with %d mails in hand; %d of %d reached%n",
                    kill + 1, one.number(), one.inHand(), mails.reached(), recipients);
            running.startMeanwhile(one.number());
        }
        mails.allow(Integer.MAX_VALUE);
        return killed;
    }
}
