package groupwatch.mailbox.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /}: the page, its script and its style. What it shows it asks of the API. */
@RestController
class PageController {

    private static final String FOLDER = "groupwatch/mailbox/page/";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page = read("mailbox.html");
    private final String script = read("mailbox.js");
    private final String style = read("mailbox.css");

    @GetMapping("/")
    ResponseEntity<String> page() {
        return file(page, "html");
    }

    @GetMapping("/mailbox.js")
    ResponseEntity<String> script() {
        return file(script, "javascript");
    }

    @GetMapping("/mailbox.css")
    ResponseEntity<String> style() {
        return file(style, "css");
    }

    private static ResponseEntity<String> file(String content, String type) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", type, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(content);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
