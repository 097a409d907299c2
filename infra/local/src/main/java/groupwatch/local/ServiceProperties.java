package groupwatch.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings the launcher gives the services: addresses, secrets, and the smaller numbers of one machine. */
final class ServiceProperties {

    static final String DEMO_INSTANCE = "simulated-demo";

    /** They know nothing of the suite: no broker, no tokens. */
    private static final Set<Service> STANDING_ALONE = EnumSet.of(Service.SIMULATOR, Service.MAILBOX);

    private final SuiteOptions options;
    private final Map<String, String> environment;

    ServiceProperties(SuiteOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /** As command-line arguments, which win over file and environment. */
    String[] of(Service service, Addresses addresses, Secrets secrets) {
        var all = new LinkedHashMap<String, String>();
        all.put("server.port", Integer.toString(service.port(addresses)));
        all.put("spring.main.register-shutdown-hook", "false"); // the launcher stops them, in order
        all.put("spring.main.banner-mode", "off");
        if (!STANDING_ALONE.contains(service)) {
            defaults(all);
            all.put("groupwatch.kafka.bootstrap-servers", "127.0.0.1:" + addresses.kafka());
            all.put("groupwatch.security.suite-key", secrets.suiteKey());
        }
        if (service.schema() != null) {
            database(all, service.schema(), addresses, secrets);
        }
        switch (service) {
            case SIMULATOR -> simulator(all, secrets);
            case INGEST_GATEWAY -> all.put(next("groupwatch.ingest.secrets"), secrets.webhookToken());
            case MESSAGE_STORE -> {}
            case MEDIA_WORKER -> evolution(all, addresses, secrets);
            case SUMMARIZER -> all.put("groupwatch.summary.store.url", messageStore(addresses));
            case REPORT_DISPATCHER -> reports(all, addresses, secrets);
            case CONNECTION_WATCHDOG -> watchdog(all, addresses, secrets);
            case MAILBOX -> mailbox(all, addresses);
            case DASHBOARD -> edge(all, addresses, secrets);
        }
        all.putAll(options.properties());
        return all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** What the person may set otherwise by the environment. */
    private void defaults(Map<String, String> all) {
        var usual = new LinkedHashMap<String, String>();
        usual.put("groupwatch.kafka.partitions", "4");
        for (var service : Service.values()) {
            if (service.schema() != null) {
                usual.put("groupwatch." + service.schema() + ".database.pool-size", "4");
            }
        }
        usual.put("groupwatch.public-url", options.api());
        usual.put("groupwatch.gateway-url", options.gateway());
        usual.put("groupwatch.objects.folder", options.folder().objects().toString());
        usual.forEach((name, value) -> {
            var variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
            // Spring takes both spellings
            if (!environment.containsKey(variable.replace("-", ""))
                    && !environment.containsKey(variable.replace('-', '_'))) {
                all.put(name, value);
            }
        });
    }

    private static void database(Map<String, String> all, String schema, Addresses addresses, Secrets secrets) {
        var database = "groupwatch." + schema + ".database.";
        all.put(database + "host", "127.0.0.1");
        all.put(database + "port", Integer.toString(addresses.postgres()));
        all.put(database + "name", Database.NAME);
        all.put(database + "username", Database.role(schema));
        all.put(database + "password", secrets.password(schema));
        all.put(database + "migration-username", Database.MIGRATION_ROLE);
        all.put(database + "migration-password", secrets.migrationPassword());
    }

    /** Files are asked for where the demo's messages come from; otherwise the person says where. */
    private void evolution(Map<String, String> all, Addresses addresses, Secrets secrets) {
        if (options.demo()) {
            all.put("groupwatch.evolution.url", "http://127.0.0.1:" + addresses.simulator());
            all.put("groupwatch.evolution.key", secrets.simulatorKey());
        }
    }

    private void simulator(Map<String, String> all, Secrets secrets) {
        all.put("groupwatch.simulator.api-key", secrets.simulatorKey());
        var demo = "groupwatch.simulator.demo.";
        all.put(demo + "enabled", "true");
        all.put(demo + "instance", DEMO_INSTANCE);
        all.put(demo + "webhook-url", options.gateway() + "/webhook/evolution");
        all.put(demo + "webhook-token", secrets.webhookToken());
        all.put(demo + "state-file", options.folder().story().toString());
    }

    private void reports(Map<String, String> all, Addresses addresses, Secrets secrets) {
        all.put("groupwatch.report.store.url", messageStore(addresses));
        all.put("groupwatch.report.summarizer.url", "http://127.0.0.1:" + addresses.summarizer());
        all.put("groupwatch.report.watchdog.url", "http://127.0.0.1:" + addresses.connectionWatchdog());
        all.put("groupwatch.report.key-file", secrets.reportKey().toString());
        if (options.catchesMail()) {
            var email = "groupwatch.report.email.";
            all.put(SuiteOptions.MAIL_HOST, "127.0.0.1");
            all.put(email + "port", Integer.toString(addresses.smtp()));
            all.put(email + "tls", "none");
            all.put(email + "from", "reports@groupwatch.localhost");
        }
    }

    /** The demo's instance is an account from the start; of their own Evolution, the person says which are. */
    private void watchdog(Map<String, String> all, Addresses addresses, Secrets secrets) {
        evolution(all, addresses, secrets);
        all.put("groupwatch.watchdog.key-file", secrets.watchdogKey().toString());
        all.put(
                "groupwatch.watchdog.setup.webhook-token-file",
                secrets.webhookTokenFile().toString());
        all.put("groupwatch.watchdog.store.url", messageStore(addresses));
        if (options.demo()) {
            all.put(next("groupwatch.watchdog.accounts.names"), DEMO_INSTANCE);
        }
    }

    private void mailbox(Map<String, String> all, Addresses addresses) {
        all.put("groupwatch.mailbox.folder", options.folder().mails().toString());
        all.put("groupwatch.mailbox.smtp.port", Integer.toString(addresses.smtp()));
    }

    private void edge(Map<String, String> all, Addresses addresses, Secrets secrets) {
        var token = next("groupwatch.security.tokens");
        all.put(token + ".name", "local");
        all.put(token + ".sha256", sha256(secrets.apiToken()));
        all.put(token + ".scopes", "*");
        all.put("groupwatch.dashboard.services.message-store", messageStore(addresses));
        all.put("groupwatch.dashboard.services.media-worker", "http://127.0.0.1:" + addresses.mediaWorker());
        all.put("groupwatch.dashboard.services.summarizer", "http://127.0.0.1:" + addresses.summarizer());
        all.put("groupwatch.dashboard.services.report-dispatcher", "http://127.0.0.1:" + addresses.reportDispatcher());
        all.put(
                "groupwatch.dashboard.services.connection-watchdog",
                "http://127.0.0.1:" + addresses.connectionWatchdog());
        all.put("groupwatch.dashboard.services.ingest-gateway", "http://127.0.0.1:" + addresses.gateway());
    }

    private static String messageStore(Addresses addresses) {
        return "http://127.0.0.1:" + addresses.messageStore();
    }

    /** The list's first index that the person did not take. */
    private String next(String list) {
        var index = Pattern.compile(Pattern.quote(list) + "\\[(\\d+)].*");
        var taken = options.properties().keySet().stream()
                .map(index::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(-1);
        return list + "[" + (taken + 1) + "]";
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
