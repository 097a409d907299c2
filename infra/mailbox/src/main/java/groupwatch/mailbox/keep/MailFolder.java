package groupwatch.mailbox.keep;

import groupwatch.mailbox.MailboxSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The mails there are. The files are the truth; which there are and what their headers say is read once, at the start. Blocks: for threads
 * that may, except for {@link #list()} and {@link #find}.
 */
@Component
public class MailFolder {

    private static final Logger log = LoggerFactory.getLogger(MailFolder.class);
    private static final Pattern NAME = Pattern.compile("(\\d{13,15})\\.eml");

    private final Path folder;
    private final int most;
    private final long largest;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, KeptMail> mails = new ConcurrentSkipListMap<>();
    private long last;

    MailFolder(MailboxSettings settings, Clock clock) throws IOException {
        this.folder = settings.folder().toAbsolutePath();
        this.most = settings.keep();
        this.largest = settings.largest().toBytes();
        this.clock = clock;
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        readAll();
    }

    /**
     * Returns when the mail is on the disk.
     *
     * @throws TooLargeException when it is; everything was read then
     */
    public KeptMail keep(Envelope envelope, InputStream mail) throws IOException {
        try (var file = MailFile.in(folder)) {
            file.write(envelope, clock.instant(), mail, largest);
            return finish(file);
        }
    }

    // one after the other, so that the order of ids is the order in which mails appear in the list
    private synchronized KeptMail finish(MailFile file) throws IOException {
        last = Math.max(last + 1, clock.millis());
        var id = Long.toString(last);
        file.finish(path(id));
        var kept = MailHead.read(id, Instant.ofEpochMilli(last), path(id));
        mails.put(id, kept);
        forgetOldest();
        return kept;
    }

    /** Newest first. */
    public List<KeptMail> list() {
        return List.copyOf(mails.descendingMap().values());
    }

    public Optional<KeptMail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    /** Where it is; it may be gone by the time somebody looks. */
    public Path path(String id) {
        return folder.resolve(id + ".eml");
    }

    public synchronized void clear() throws IOException {
        for (var id : List.copyOf(mails.keySet())) {
            forget(id);
        }
    }

    /** What cannot be deleted is no reason to refuse what has come. */
    private void forgetOldest() {
        while (mails.size() > most) {
            var oldest = mails.firstKey();
            try {
                forget(oldest);
            } catch (IOException e) {
                log.warn("mail {} was not deleted: {}", oldest, e.getMessage());
            }
        }
    }

    private void forget(String id) throws IOException {
        mails.remove(id);
        Files.deleteIfExists(path(id));
    }

    private synchronized void readAll() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (var file : files) {
            if (MailFile.isUnfinished(file)) {
                Files.deleteIfExists(file); // it was never acknowledged
            } else {
                read(file);
            }
        }
        forgetOldest();
    }

    private void read(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        var id = name.group(1);
        try {
            mails.put(id, MailHead.read(id, Instant.ofEpochMilli(Long.parseLong(id)), file));
            last = Math.max(last, Long.parseLong(id));
        } catch (NoSuchFileException e) {
            log.info("mail {} was deleted while it was read", id);
        }
    }
}
