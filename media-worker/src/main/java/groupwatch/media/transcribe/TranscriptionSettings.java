package groupwatch.media.transcribe;

import groupwatch.events.message.MessageType;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whom to ask what is said in a sound. Voice notes leave the suite then.
 *
 * @param url of the server, up to and without {@code /v1}; absent: nothing is transcribed
 * @param key sent as bearer token, where the server wants one
 * @param model as the server calls it
 * @param language of what is said, as {@code pt}; absent: the server finds out
 * @param kinds of messages whose sound is transcribed
 * @param maxSize larger files are not sent
 * @param maxDuration longer ones neither; one whose duration is not known is sent
 * @param timeLimit for an answer
 */
@ConfigurationProperties("groupwatch.media.transcription")
public record TranscriptionSettings(
        @Nullable URI url,
        @Nullable String key,
        @DefaultValue("whisper-1") String model,
        @Nullable String language,
        @DefaultValue("voice") Set<MessageType> kinds,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("30m") Duration maxDuration,
        @DefaultValue("5m") Duration timeLimit) {

    private static final Set<MessageType> HEARD =
            Set.of(MessageType.VOICE, MessageType.AUDIO, MessageType.VIDEO, MessageType.VIDEO_NOTE);

    public TranscriptionSettings {
        if (url != null
                && (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme())))) {
            throw new IllegalArgumentException(
                    "groupwatch.media.transcription.url takes an address as https://api.openai.com, not " + url);
        }
        if (!HEARD.containsAll(kinds)) {
            throw new IllegalArgumentException(
                    "groupwatch.media.transcription.kinds takes voice, audio, video and video_note, not " + kinds);
        }
        if (timeLimit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "groupwatch.media.transcription.time-limit takes a second or more as 5m, not " + timeLimit);
        }
    }

    @Override
    public String toString() {
        return "TranscriptionSettings[url=" + url + ", key=********, model=" + model + "]";
    }
}
