package groupwatch.events.media;

import groupwatch.events.PublishedEvent;

/** Something became known of a message's file. */
public sealed interface MediaEvent extends PublishedEvent permits MediaStored, MediaFailed {

    MessageRef message();

    /** Of two events about one file, the one with the higher revision is newer. */
    long revision();
}
