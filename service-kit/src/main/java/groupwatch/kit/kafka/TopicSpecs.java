package groupwatch.kit.kafka;

import java.util.List;

/** The topics a service needs: a bean of this type has them created at its start. */
public record TopicSpecs(List<TopicSpec> topics) {

    public TopicSpecs {
        topics = List.copyOf(topics);
    }

    public static TopicSpecs of(TopicSpec... topics) {
        return new TopicSpecs(List.of(topics));
    }
}
