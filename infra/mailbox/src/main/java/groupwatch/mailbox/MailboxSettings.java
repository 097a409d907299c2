package groupwatch.mailbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The mail catcher's settings.
 *
 * @param folder where mails are kept, one {@code .eml} file each
 * @param keep how many; the oldest goes when another comes
 * @param largest mail it takes; a larger one is refused with 552
 * @param hosts names under which a browser may ask for it, beside this machine's own
 */
@Validated
@ConfigurationProperties("groupwatch.mailbox")
public record MailboxSettings(
        @DefaultValue("data/mailbox") Path folder,
        @DefaultValue("500") @Min(1) @Max(100_000) int keep,
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue List<String> hosts,
        @Valid @DefaultValue Smtp smtp) {

    public MailboxSettings {
        hosts = List.copyOf(hosts);
        if (largest.toBytes() < 1024 || largest.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("groupwatch.mailbox.largest takes 1KB to 2047MB");
        }
    }

    /**
     * The SMTP side.
     *
     * @param port 0: a free one
     * @param connections at once
     */
    public record Smtp(
            @DefaultValue("127.0.0.1") @NotBlank String address,
            @DefaultValue("1025") @Min(0) @Max(65_535) int port,
            @DefaultValue("20") @Min(1) @Max(1_000) int connections) {}
}
