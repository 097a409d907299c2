package groupwatch.dashboard.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class PassedHeadersTest {

    @Test
    void stayWhenTheyAreBetweenTwoHopsOrGiveSomebodyAway() {
        HttpHeaders from = new HttpHeaders();
        for (String name : new String[] {
            "Authorization",
            "X-Api-Token",
            "X-Whatsapp-Token",
            "Cookie",
            "Host",
            "Keep-Alive",
            "TE",
            "Transfer-Encoding",
            "Upgrade",
            "Proxy-Authorization",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Hop",
            "Accept",
            "Idempotency-Key"
        }) {
            from.add(name, "x");
        }
        from.add("Connection", "keep-alive, X-Hop");
        HttpHeaders to = new HttpHeaders();

        PassedHeaders.toService(from, to);

        assertThat(to.headerNames()).containsExactlyInAnyOrder("Accept", "Idempotency-Key");
    }

    @Test
    void ofAnAnswerKeepWhatIsForTheCaller() {
        HttpHeaders from = new HttpHeaders();
        from.add("Content-Type", "text/event-stream");
        from.add("ETag", "\"1\"");
        from.add("Set-Cookie", "a=b");
        from.add("Transfer-Encoding", "chunked");
        HttpHeaders to = new HttpHeaders();

        PassedHeaders.toCaller(from, to);

        assertThat(to.headerNames()).containsExactlyInAnyOrder("Content-Type", "ETag");
    }
}
