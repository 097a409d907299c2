package groupwatch.mailbox.receive;

import groupwatch.mailbox.keep.Envelope;
import groupwatch.mailbox.keep.MailFolder;
import groupwatch.mailbox.keep.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail as a sender hands it over. Everybody gets mail here. */
final class IncomingMail implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(IncomingMail.class);

    private final MailFolder folder;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    IncomingMail(MailFolder folder) {
        this.folder = folder;
    }

    @Override
    public void from(String address) {
        from = address;
    }

    @Override
    public void recipient(String address) {
        to.add(address);
    }

    @Override
    public String data(InputStream mail) throws RejectException, IOException {
        var watched = new SenderStream(mail);
        try {
            var kept = folder.keep(new Envelope(from, to), watched);
            return "Kept as " + kept.id();
        } catch (TooLargeException e) {
            throw new RejectException(552, "5.3.4 The mail is larger than this mailbox takes");
        } catch (IOException e) {
            if (watched.broken()) {
                throw e; // the sender went away
            }
            log.warn("a mail was not kept: {}", e.getMessage());
            mail.transferTo(java.io.OutputStream.nullOutputStream());
            throw new RejectException(452, "4.3.1 The mail cannot be kept now");
        }
    }

    @Override
    public void done() {}
}
