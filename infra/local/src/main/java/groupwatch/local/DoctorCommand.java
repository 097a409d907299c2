package groupwatch.local;

import groupwatch.servers.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: looks at what a start needs, changes nothing, and says what is wrong. */
@Command(name = "doctor", description = "Check what a start needs; exit code 1 when something is in the way.")
final class DoctorCommand implements Callable<Integer> {

    private static final int JAVA = 25;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--gateway-port", defaultValue = "8086", description = "As for up (${DEFAULT-VALUE}).")
    int gatewayPort;

    @Option(names = "--api-port", defaultValue = "8082", description = "As for up (${DEFAULT-VALUE}).")
    int apiPort;

    @Spec
    @Nullable
    CommandSpec spec;

    private record Finding(boolean good, String name, String what) {}

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var findings = findings();
        findings.forEach(finding -> print(out, finding));
        out.flush();
        return findings.stream().allMatch(Finding::good) ? 0 : 1;
    }

    private List<Finding> findings() {
        var folder = data.folder();
        var running = Running.on(folder);
        var runs = running.flatMap(Running::services).isPresent();
        var findings = new ArrayList<Finding>();
        var java = Runtime.version();
        findings.add(new Finding(java.feature() >= JAVA, "java", java + " in " + System.getProperty("java.home")));
        findings.add(folder(folder));
        findings.add(port(gatewayPort, "--gateway-port", runs));
        findings.add(port(apiPort, "--api-port", runs));
        findings.add(new Finding(true, "suite", runs ? "runs" : "does not run"));
        running.filter(it -> runs).map(it -> it.file().mail()).ifPresent(mail -> findings.add(mail(URI.create(mail))));
        var orphans = !runs
                && (running.flatMap(Running::broker).isPresent()
                        || running.flatMap(Running::postgres).isPresent());
        findings.add(
                new Finding(true, "left over", orphans ? "a broker or database, which the next up ends" : "nothing"));
        findings.add(new Finding(true, "postgres data", postgresVersion(folder)));
        findings.add(new Finding(
                true,
                "versions",
                "Kafka " + AppInfoParser.getVersion() + ", Spring Boot " + SpringBootVersion.getVersion()));
        return findings;
    }

    private static Finding folder(DataFolder folder) {
        var existing = folder.path();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            Disk.check(existing);
        } catch (LocalException e) {
            return new Finding(false, "data folder", String.valueOf(e.getMessage()));
        }
        var what = folder.path() + ", " + Disk.freeMegabytes(existing) + " MB free";
        return new Finding(
                Files.isWritable(existing),
                "data folder",
                Files.isWritable(existing) ? what : what + ", cannot be written");
    }

    private static Finding port(int port, String option, boolean runs) {
        if (runs && FreePort.answers(port)) {
            return new Finding(true, "port " + port, "answers");
        }
        try {
            Ports.checkFree(port, option);
            return new Finding(true, "port " + port, "free");
        } catch (LocalException e) {
            return new Finding(false, "port " + port, String.valueOf(e.getMessage()));
        }
    }

    private static Finding mail(URI page) {
        var answers = FreePort.answers(page.getPort());
        return new Finding(answers, "mail", "is caught: " + page + (answers ? "" : " does not answer"));
    }

    private static String postgresVersion(DataFolder folder) {
        var file = folder.postgres().resolve(Path.of("data", "PG_VERSION"));
        try {
            return Files.exists(file) ? "of version " + Files.readString(file).strip() : "none yet";
        } catch (IOException e) {
            return "not readable";
        }
    }

    private static void print(PrintWriter out, Finding finding) {
        out.printf("%-4s %-14s %s%n", finding.good() ? "ok" : "BAD", finding.name(), finding.what());
    }
}
