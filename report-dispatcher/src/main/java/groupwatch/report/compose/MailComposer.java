package groupwatch.report.compose;

import groupwatch.report.PublicUrl;
import groupwatch.report.compose.page.Addressee;
import groupwatch.report.compose.page.Chart;
import groupwatch.report.compose.page.Page;
import groupwatch.report.compose.page.Pages;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.ReportContent;
import groupwatch.report.mail.InlineImage;
import groupwatch.report.plan.Report;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes mails: words a content, lays it out, and makes it smaller until it is shown whole. */
@Component
final class MailComposer implements ComposeMail {

    /** Gmail cuts a mail off at 102 KB, and what comes last is how to unsubscribe. */
    static final int LARGEST = 95_000;

    /** Of the mail, for what is not groups. */
    private static final int AROUND = 11_000;

    private static final double SMALLER = 0.92;
    private static final int TRIES = 12;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 2000;

    private final Pages pages;
    private final Templates templates = new Templates();

    /** Laying out and drawing take the processor for a while, and files are read the first time: nothing for an event loop. */
    private final Scheduler composing = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "report-compose", 60, true);

    MailComposer(PublicUrl publicUrl) {
        this.pages = new Pages(publicUrl.publicUrl());
    }

    @Override
    public Mono<Composed> compose(Report report, ReportContent content, @Nullable Recipient recipient) {
        Addressee addressee = recipient == null ? null : new Addressee(recipient.address(), recipient.unsubscribe());
        return Mono.fromCallable(() -> fitting(report, content, addressee)).subscribeOn(composing);
    }

    @Override
    public Mono<Composed> compose(LinkAlert alert, String recipient) {
        return Mono.fromCallable(() -> composed(pages.page(alert, recipient))).subscribeOn(composing);
    }

    private Composed fitting(Report report, ReportContent content, @Nullable Addressee addressee) {
        long room = LARGEST - AROUND;
        for (int tried = 1; ; tried++) {
            Composed composed = composed(pages.page(report, content, addressee, room));
            int size = Math.max(size(composed.html()), size(composed.text()));
            if (size <= LARGEST || room == 0) {
                return composed;
            }
            // by as much as it was too large, and a little more; in the end without any group told of
            room = tried == TRIES ? 0 : (long) (room * SMALLER * LARGEST / size);
        }
    }

    private Composed composed(Page page) {
        return new Composed(page.subject(), templates.html(page), templates.text(page), images(page.chart()));
    }

    private static List<InlineImage> images(@Nullable Chart chart) {
        return chart == null ? List.of() : List.of(new InlineImage(chart.id(), chart.png()));
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @PreDestroy
    void end() {
        composing.dispose();
    }
}
