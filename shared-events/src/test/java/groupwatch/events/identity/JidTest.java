package groupwatch.events.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JidTest {

    @ParameterizedTest
    @CsvSource({
        "5511999990001@s.whatsapp.net, 5511999990001@s.whatsapp.net",
        "5511999990001:12@s.whatsapp.net, 5511999990001@s.whatsapp.net",
        "5511999990001_1:12@s.whatsapp.net, 5511999990001@s.whatsapp.net",
        "' 5511999990001@C.US ', 5511999990001@s.whatsapp.net",
        "188880000000001:3@lid, 188880000000001@lid",
        "5511999990001-1500000000@g.us, 5511999990001-1500000000@g.us",
        "status@broadcast, status@broadcast",
        "nonsense, nonsense",
    })
    void writesOnePersonInOneWay(String written, String normal) {
        assertThat(Jid.parse(written)).isEqualTo(new Jid(normal));
        assertThat(Jid.parse(normal)).isEqualTo(new Jid(normal));
    }

    @Test
    void readsEmptyAsAbsent() {
        assertThat(Jid.parse("")).isNull();
        assertThat(Jid.parse("  ")).isNull();
        assertThat(Jid.parse(null)).isNull();
    }

    @Test
    void tellsThePhoneOfAPhoneJidOnly() {
        assertThat(new Jid("5511999990001@s.whatsapp.net").phone()).isEqualTo("5511999990001");
        assertThat(new Jid("188880000000001@lid").phone()).isNull();
        assertThat(new Jid("120363000000000101@g.us").phone()).isNull();
    }

    @Test
    void sortsOutWhichIdentityIsWhich() {
        Jid lid = new Jid("188880000000001@lid");
        Jid phone = new Jid("5511999990001@s.whatsapp.net");
        assertThat(Identities.of(lid, null, phone)).isEqualTo(new Identities(phone, lid));
        assertThat(Identities.of(lid).preferred()).isEqualTo(lid);
        assertThat(Identities.of(phone, lid).linked()).isTrue();
        assertThat(Identities.of().known()).isFalse();
    }
}
