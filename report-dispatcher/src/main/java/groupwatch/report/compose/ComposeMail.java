package groupwatch.report.compose;

import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes mails of contents. */
public interface ComposeMail {

    /**
     * The same again for the same content and recipient.
     *
     * @param recipient absent in a preview: the mail says so instead of naming who gets it
     */
    Mono<Composed> compose(Report report, ReportContent content, @Nullable Recipient recipient);

    /** The same again for the same alert and recipient. */
    Mono<Composed> compose(LinkAlert alert, String recipient);
}
