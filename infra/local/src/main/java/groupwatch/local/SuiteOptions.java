package groupwatch.local;

import java.util.Map;

/**
 * How one suite is to run.
 *
 * @param gatewayPort where webhooks come in
 * @param apiPort where everything else is asked
 * @param properties what the person said about the services themselves ({@code groupwatch.x=y}); wins over ours
 * @param demo whether the simulator runs beside the services
 */
record SuiteOptions(DataFolder folder, int gatewayPort, int apiPort, Map<String, String> properties, boolean demo) {

    static final String MAIL_HOST = "groupwatch.report.email.host";

    SuiteOptions(DataFolder folder, int gatewayPort, int apiPort, Map<String, String> properties) {
        this(folder, gatewayPort, apiPort, properties, false);
    }

    SuiteOptions {
        properties = Map.copyOf(properties);
    }

    /** Mails stay on this machine until the person names a mail server. */
    boolean catchesMail() {
        return !properties.containsKey(MAIL_HOST);
    }

    String gateway() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    String api() {
        return "http://127.0.0.1:" + apiPort;
    }
}
