package groupwatch.watchdog.liveness;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a silence is suspicious.
 *
 * @param quiet a silence shorter than this is none
 * @param lookEvery how often Evolution's message store is looked into while an account is silent
 * @param suspiciousEvents so many should have come: then WhatsApp itself is asked
 * @param busyEvents so many in the last ten minutes before the silence: then too
 * @param silentAfter shortest silence that is called dead although nothing else speaks for it
 * @param silentEvents so many should have come by then, for certain
 * @param silentEvery how often at most an account is called dead for that
 * @param answerTimeout longest wait for WhatsApp's answer
 * @param directChats whether direct chats are told too: false where the gateway drops them
 */
@Validated
@ConfigurationProperties("groupwatch.watchdog.liveness")
record LivenessProperties(
        @DefaultValue("2m") Duration quiet,
        @DefaultValue("5m") Duration lookEvery,
        @DefaultValue("3") @Min(1) int suspiciousEvents,
        @DefaultValue("20") @Min(1) int busyEvents,
        @DefaultValue("15m") Duration silentAfter,
        @DefaultValue("20") @Min(1) int silentEvents,
        @DefaultValue("1h") Duration silentEvery,
        @DefaultValue("8s") Duration answerTimeout,
        @DefaultValue("true") boolean directChats) {}
