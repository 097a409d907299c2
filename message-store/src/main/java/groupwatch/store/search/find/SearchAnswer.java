package groupwatch.store.search.find;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.events.message.Message;
import groupwatch.store.search.find.Found.Searched;
import groupwatch.store.search.who.Chat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits as it is answered.
 *
 * @param next the cursor of the next page; absent when there is none
 */
record SearchAnswer(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items,
        @Nullable String next,
        Searched searched) {

    /**
     * A hit.
     *
     * @param group absent for a direct chat
     * @param documentText the part of the document's text in which something was found
     * @param rank by rank only: how well it fits, from 0
     * @param before on request: the messages before it in its chat, oldest first
     * @param after on request: those after it, oldest first
     */
    record Item(
            Message message,
            @Nullable Chat group,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Highlight> highlights,
            @Nullable String documentText,
            @Nullable Double rank,
            @Nullable List<Message> before,
            @Nullable List<Message> after) {}
}
