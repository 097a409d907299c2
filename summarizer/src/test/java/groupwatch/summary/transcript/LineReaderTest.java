package groupwatch.summary.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.message.Message;
import groupwatch.summary.store.StoredMessage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages in words. */
class LineReaderTest {

    private static final LineReader READER = new LineReader(Map.of("5511999990002@s.whatsapp.net", "Bruno"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'text','text':'Hello'|Hello",
                "'type':'image','text':'The new roof','media':{'kind':'image','state':'stored'}|[photo] The new roof",
                "'type':'image','media':{'kind':'image','state':'stored'}|[photo]",
                "'type':'voice','media':{'kind':'voice','state':'stored','transcript':'I am late'}|[voice] I am late",
                "'type':'document','media':{'kind':'document','state':'stored','fileName':'Budget.pdf'}|[document Budget.pdf] Total 40",
                "'type':'poll','poll':{'question':'When?','options':[{'name':'Monday','votes':2,'voters':[]},{'name':'Friday','votes':0,'voters':[]}]}|[poll] When? (Monday 2; Friday 0)",
                "'type':'location','location':{'name':'Town hall','address':'Main street 1'}|[location] Town hall, Main street 1",
                "'type':'contact','contacts':[{'name':'Plumber','phones':[]}]|[contact] Plumber",
                "'type':'text','text':'@5511999990002 please','mentions':['5511999990002@s.whatsapp.net']|@Bruno please"
            })
    void aMessageIsSaidInWords(String json, String words) {
        assertThat(read(json, "Total 40")).map(Line::text).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'text','text':'Hello','revokedAt':'2026-11-28T10:00:00Z'",
                "'type':'sticker','media':{'kind':'sticker','state':'stored'}",
                "'type':'reaction','text':'👍'",
                "'type':'system','text':'Ana added Bruno'",
                "'type':'voice','media':{'kind':'voice','state':'stored'}",
                "'type':'text','text':'  '"
            })
    void whatWasRevokedOrHasNoWordsIsNoLine(String json) {
        assertThat(read(json, null)).isEmpty();
    }

    @Test
    void peopleAreCalledByNameElseByTheEndOfTheirNumber() {
        assertThat(speaker("{'jid':'5511999990001@s.whatsapp.net','phone':'5511999990001','name':'Ana'}"))
                .isEqualTo("Ana");
        assertThat(speaker("{'jid':'5511999990002@s.whatsapp.net','phone':'5511999990002'}"))
                .isEqualTo("Bruno");
        assertThat(speaker("{'jid':'5511999990003@s.whatsapp.net','phone':'5511999990003'}"))
                .isEqualTo("…0003");
        assertThat(speaker("{'lid':'188880000000001@lid'}")).isEqualTo("?");
    }

    /** Nothing turns the writing round, and no text makes lines look like somebody else's. */
    @Test
    void whatIsNoTextIsTakenOut() {
        String text = read("'type':'text','text':'pay\\u202E now\\u0000\\r\\n\\n\\nplease\\u200B'", null)
                .orElseThrow()
                .text();
        assertThat(text).isEqualTo("pay now\nplease");
    }

    @Test
    void reactionsAreCountedAndEmojisNamedOnce() {
        Line line = read(
                        "'type':'text','text':'Done','reactions':[{'sender':{},'emoji':'👍'},{'sender':{},'emoji':'👍'},{'sender':{},'emoji':'🎉'}]",
                        null)
                .orElseThrow();
        assertThat(line.reactions()).isEqualTo(3);
        assertThat(line.reactionEmojis()).containsExactly("👍", "🎉");
    }

    /** A quote shows what was said when it was quoted; that may have been revoked since. */
    @Test
    void aQuoteIsNotRead() {
        Line line = read("'type':'text','text':'Yes','replyTo':{'id':'OLD','text':'secret'}", null)
                .orElseThrow();
        assertThat(line.replyTo()).isEqualTo("OLD");
        assertThat(line.toString()).doesNotContain("secret");
    }

    private static String speaker(String person) {
        return read("'type':'text','text':'Hello','sender':" + person, null)
                .orElseThrow()
                .speaker();
    }

    private static Optional<Line> read(String json, @Nullable String excerpt) {
        String whole =
                "{'id':'A1','chat':'120363000000000101@g.us','group':true,'instances':[],'revision':1,'fromMe':false,"
                        + "'sentAt':'2026-11-28T09:00:00Z'," + json + "}";
        Message message = EventCodec.mapper().readValue(whole.replace('\'', '"'), Message.class);
        return READER.read(new StoredMessage(message, excerpt));
    }
}
