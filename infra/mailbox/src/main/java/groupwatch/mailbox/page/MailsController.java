package groupwatch.mailbox.page;

import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.mailbox.keep.KeptMail;
import groupwatch.mailbox.keep.MailFolder;
import groupwatch.mailbox.read.OpenMail;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /mails}: the list, one of them, and all gone. */
@RestController
class MailsController {

    private static final Set<String> LIST = Set.of("to", "limit", "cursor");

    private final MailFolder folder;
    private final MailFiles files;
    private final OpenMail openMail;

    MailsController(MailFolder folder, MailFiles files, OpenMail openMail) {
        this.folder = folder;
        this.files = files;
        this.openMail = openMail;
    }

    /** Newest first; {@code to} is an address of the envelope. */
    @GetMapping("/mails")
    Page<KeptMail> list(@RequestParam MultiValueMap<String, String> parameters) {
        var query = new Query(parameters, LIST);
        var to = query.text("to");
        var before = query.text("cursor");
        var limit = query.limit();
        var found = folder.list().stream()
                .filter(mail -> before == null || mail.id().compareTo(before) < 0)
                .filter(mail -> to == null || mail.isFor(to))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, KeptMail::id);
    }

    @GetMapping("/mails/{id}")
    Mono<ShownMail> one(@PathVariable String id) {
        return files.with(id, file -> ShownMail.of(files.find(id), openMail.open(file)));
    }

    /** As it was received, below the envelope. */
    @GetMapping("/mails/{id}/raw")
    ResponseEntity<Flux<DataBuffer>> raw(@PathVariable String id) {
        var mail = files.find(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .contentLength(mail.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + mail.id() + ".eml\"")
                .body(files.bytes(id));
    }

    @DeleteMapping("/mails")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> clear() {
        return files.run(() -> {
                    folder.clear();
                    return true;
                })
                .then();
    }
}
