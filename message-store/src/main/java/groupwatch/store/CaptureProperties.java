package groupwatch.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept at all. Groups are, unless switched off one by one.
 *
 * @param directChats whether chats that are no group are kept too
 * @param groupsMonitoredByDefault whether the messages of a group are kept until somebody says otherwise
 */
@ConfigurationProperties("groupwatch.capture")
public record CaptureProperties(
        @DefaultValue("false") boolean directChats,
        @DefaultValue("true") boolean groupsMonitoredByDefault) {}
