package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Page.Footer;
import groupwatch.report.compose.page.Page.Link;
import groupwatch.report.compose.shown.Shown;
import groupwatch.report.compose.words.Languages;
import groupwatch.report.compose.words.Times;
import groupwatch.report.compose.words.Words;
import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.ReportContent;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.plan.Report;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes pages of contents. */
public final class Pages {

    private static final int REPORT = 80;
    private static final int ADDRESS = 120;
    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,64}");

    private final Languages languages = new Languages();
    private final Links links;

    /** @param home the dashboard's address */
    public Pages(URI home) {
        this.links = new Links(home);
    }

    /**
     * The same again for the same content and room.
     *
     * @param addressee absent in a preview
     * @param room about how many bytes groups may take; less room makes a smaller page, and none the smallest
     */
    public Page page(Report report, ReportContent content, @Nullable Addressee addressee, long room) {
        Words words = languages.of(report.language());
        Telling telling = new Telling(words, new Times(words, content.period()), links);
        Footer footer = footer(report, telling, addressee);
        return switch (content) {
            case DailySummary day -> new DailyPages(telling).page(report, day, footer, room);
            case WeeklyDigest week -> new WeeklyPages(telling).page(report, week, footer, room);
            case ActivityAlert alert -> new ActivityPages(telling).page(report, alert, footer, room);
            case KeywordAlert alert -> new KeywordPages(telling).page(report, alert, footer, room);
        };
    }

    /** The same again for the same alert. */
    public Page page(LinkAlert alert, String recipient) {
        return new LinkPages(languages.of(alert.language()), alert).page(address(recipient), links.home());
    }

    /** As it is, if it looks like one: mail programs make a link to the reader of it. */
    private static String address(String address) {
        return PLAIN_ADDRESS.matcher(address).matches() ? address : Shown.text(address, ADDRESS);
    }

    private Footer footer(Report report, Telling telling, @Nullable Addressee addressee) {
        Words words = telling.words();
        Link open = new Link(words.say("footer.open"), links.home());
        String times = words.say("footer.times", telling.times().zone());
        if (addressee == null) {
            return new Footer(words.say("footer.preview"), times, List.of(open));
        }
        String why = words.say("footer.why", address(addressee.address()), Shown.text(report.name(), REPORT));
        Link unsubscribe = new Link(
                words.say("footer.unsubscribe"), addressee.unsubscribe().toASCIIString());
        return new Footer(why, times, List.of(unsubscribe, open));
    }
}
