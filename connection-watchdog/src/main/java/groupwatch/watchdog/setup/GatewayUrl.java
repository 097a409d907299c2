package groupwatch.watchdog.setup;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Evolution reaches the ingest gateway.
 *
 * @param gatewayUrl without a slash at its end
 */
@ConfigurationProperties("groupwatch")
record GatewayUrl(@DefaultValue("http://127.0.0.1:8086") URI gatewayUrl) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    GatewayUrl {
        if (gatewayUrl.getScheme() == null
                || !SCHEMES.contains(gatewayUrl.getScheme())
                || gatewayUrl.getHost() == null
                || gatewayUrl.getRawUserInfo() != null
                || gatewayUrl.getRawQuery() != null
                || gatewayUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "groupwatch.gateway-url takes an address like http://groupwatch.example.org:8086, where Evolution reaches the ingest gateway");
        }
        gatewayUrl = URI.create(gatewayUrl.toString().replaceAll("/+$", ""));
    }

    String webhook() {
        return gatewayUrl + "/webhook/evolution";
    }
}
