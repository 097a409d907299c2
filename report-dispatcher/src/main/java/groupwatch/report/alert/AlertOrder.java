package groupwatch.report.alert;

import groupwatch.events.EventId;
import groupwatch.report.content.LinkAlert.Kind;

/** One mail: what is told of an outage, to one recipient. */
record AlertOrder(String outage, Kind kind, String recipient) {

    /** Of its job. */
    String key() {
        return outage + ":" + kind.word() + ":" + recipient;
    }

    /** What its Message-ID is made of. */
    String mail() {
        return EventId.of("LinkAlertMail", outage, kind.word(), recipient);
    }
}
