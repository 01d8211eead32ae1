package org.lisolo.server.community.moderation;

import org.lisolo.server.community.discussions.Contribution;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.springframework.stereotype.Component;

import java.util.Objects;

/**
 * The words of a contribution for those who decide on it, and for its author: also hidden and
 * deleted ones, and those of a closed space.
 */
@Component
public class Reported {
    private final Messages messages;

    Reported(Messages messages) {
        this.messages = messages;
    }

    /**
     * What somebody wrote, as it stands or stood last.
     *
     * @param author as everybody sees them
     */
    public record Words(String title, String text, String author, String language) {
        public static final Words NONE = new Words("", "", "", "fr");

        /** By what it is named in a list. */
        public String beginning() {
            String all = title.isEmpty() ? text : title;
            return all.length() <= 90 ? all : all.substring(0, 90) + "…";
        }
    }

    public Words of(Contribution one) {
        return messages.find(one.message(), one.space().inFull())
                .map(Reported::words)
                .orElse(Words.NONE);
    }

    private static Words words(Message message) {
        MessageEvent now = message.current();
        return new Words(
                Objects.requireNonNullElse(now.title(), ""),
                now.text(),
                now.author().shown(),
                Objects.requireNonNullElse(now.language(), "fr"));
    }
}
