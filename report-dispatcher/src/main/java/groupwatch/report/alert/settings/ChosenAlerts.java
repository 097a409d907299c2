package groupwatch.report.alert.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What somebody can choose. */
record ChosenAlerts(List<String> recipients, Duration after, Locale language, ZoneId zone) {}
