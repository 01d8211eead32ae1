package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Addresses;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which conversations a list shows; it lives in the address.
 *
 * @param language of what they say; empty for any
 * @param words that were searched for; empty for none
 */
public record ConversationFilter(
        Show show, Optional<ChannelId> channel, String language, String words) {
    public static final ConversationFilter ALL =
            new ConversationFilter(Show.OPEN, Optional.empty(), "", "");

    static final int LONGEST = 200;

    /** The views. */
    public enum Show {
        /** An answer is waited for. */
        OPEN,
        /** Given to the reader, or to a team of theirs. */
        MINE,
        FREE,
        LATE,
        WAITING,
        ANSWERED,
        CLOSED,
        NOT_OURS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether what is shown is ordered by its promise. */
        boolean isUnderWay() {
            return switch (this) {
                case OPEN, MINE, FREE, LATE, WAITING -> true;
                case ANSWERED, CLOSED, NOT_OURS -> false;
            };
        }
    }

    /** What can't be understood is no filter: an old link still opens. */
    static ConversationFilter of(Map<String, String> asked) {
        String language = asked.getOrDefault("language", "");
        String words = asked.getOrDefault("q", "").replace("\0", "").strip();
        return new ConversationFilter(
                Addresses.oneOf(Show.class, asked.get("show")).orElse(Show.OPEN),
                Addresses.id(asked.get("channel")).map(ChannelId::new),
                language.matches("[a-z]{2,3}") ? language : "",
                words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    }

    ConversationFilter showing(Show other) {
        return new ConversationFilter(other, channel, language, words);
    }

    Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (show != Show.OPEN) {
            query.put("show", show.key());
        }
        channel.ifPresent(one -> query.put("channel", one.toString()));
        if (!language.isEmpty()) {
            query.put("language", language);
        }
        if (!words.isEmpty()) {
            query.put("q", words);
        }
        return query;
    }
}
