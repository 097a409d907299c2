package groupwatch.summary.plan;

import groupwatch.summary.write.Length;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Daily summaries, for groups for which nothing else was chosen.
 *
 * @param enabled whether groups are summarised by themselves
 * @param at when, for the day before, by the clock of {@code zone}
 * @param alsoAt further times, for the day so far
 * @param zone absent: the machine's
 * @param language of what is said about the messages, as {@code en} or {@code pt-BR}
 * @param minMessages days with fewer are not summarised by themselves
 * @param catchUp after a downtime days are made up for that ended so long ago at most
 * @param concurrency days at once in this process
 * @param limit longest attempt at one day
 */
@ConfigurationProperties("groupwatch.summary.daily")
public record DailySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("02:00") LocalTime at,
        @DefaultValue List<LocalTime> alsoAt,
        @Nullable ZoneId zone,
        @DefaultValue("en") Locale language,
        @DefaultValue("normal") Length length,
        @DefaultValue("1") int minMessages,
        @DefaultValue("7d") Duration catchUp,
        @DefaultValue("8") int concurrency,
        @DefaultValue("15m") Duration limit) {

    public DailySettings {
        zone = zone == null ? ZoneId.systemDefault() : zone;
        alsoAt = List.copyOf(alsoAt);
        require(minMessages >= 1, "min-messages takes 1 or more");
        require(concurrency >= 1, "concurrency takes 1 or more");
        require(
                catchUp.compareTo(Duration.ofDays(1)) >= 0 && catchUp.compareTo(Duration.ofDays(60)) <= 0,
                "catch-up takes 1d to 60d");
        require(!language.getLanguage().isEmpty(), "language takes a language as en or pt-BR");
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("groupwatch.summary.daily." + what);
        }
    }

    /** For a group for which nothing was chosen. */
    Plan plan() {
        return new Plan(enabled, language, length, at, Objects.requireNonNull(zone), minMessages, alsoAt);
    }
}
