package groupwatch.kit.kafka;

/** The record is larger than the topic takes; no retry will help. */
public final class OversizedRecordException extends RuntimeException {

    public OversizedRecordException(String topic, long size, long limit) {
        super(
                "A record of " + size + " bytes for " + topic + " is above the limit of " + limit + " bytes",
                null,
                false,
                false);
    }
}
