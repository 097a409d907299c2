package groupwatch.report;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the suite: the dashboard's address, as it stands in mails.
 *
 * @param publicUrl without a slash at its end
 */
@ConfigurationProperties("groupwatch")
public record PublicUrl(
        @DefaultValue("http://127.0.0.1:8082") URI publicUrl) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public PublicUrl {
        if (publicUrl.getScheme() == null
                || !SCHEMES.contains(publicUrl.getScheme())
                || publicUrl.getHost() == null
                || publicUrl.getRawUserInfo() != null
                || publicUrl.getRawQuery() != null
                || publicUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "groupwatch.public-url takes an address like https://groupwatch.example.com");
        }
        publicUrl = URI.create(publicUrl.toString().replaceAll("/+$", ""));
    }

    /** @param path from the slash on, encoded */
    public URI with(String path) {
        return URI.create(publicUrl + path);
    }
}
