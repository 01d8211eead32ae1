package org.lisolo.server.publishing.conversations;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Identified;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.rules.RuleLink;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.conversations.ConversationFilter.Show;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the pages of conversations show. */
public final class ConversationPages {
    private ConversationPages() {}

    /**
     * A list of conversations.
     *
     * @param channels by id, for the filter
     * @param languages codes, for the filter
     * @param older address of the next page; empty at the end
     */
    public record ListPage(
            ConversationFilter filter,
            Map<Show, Integer> counts,
            Map<String, String> channels,
            List<String> languages,
            List<Row> rows,
            String older,
            Rights rights,
            Instant asOf) {
        public int count(Show show) {
            return counts.getOrDefault(show, 0);
        }

        /** The address of another view under the same filters. */
        public String address(Show show) {
            return Addresses.with(Conversations.PATH, filter.showing(show).query());
        }

        /** This page's address, to come back to. */
        public String address() {
            return Addresses.with(Conversations.PATH, filter.query());
        }

        /** The same list as a table to take along. */
        public String table() {
            return Addresses.with(Conversations.PATH + ".csv", filter.query());
        }
    }

    /** What the reader may do. */
    public record Rights(boolean mayAnswer, boolean mayExport, boolean maySet) {}

    /**
     * A conversation in a list.
     *
     * @param author of the newest message of theirs
     * @param rules that caught it
     * @param pointing how many words in it point at a person
     * @param assignee a person or a team, by name; empty for nobody
     */
    public record Row(
            Conversation talk,
            String author,
            Excerpt text,
            String channel,
            List<String> rules,
            int pointing,
            String assignee,
            boolean mine,
            List<Writing> writing) {}

    /** Somebody who writes an answer now. */
    public record Writing(String name, Instant since) {}

    /**
     * A message of a conversation.
     *
     * @param depth how far below the first one, at most 4
     * @param ours whether the organisation said it
     * @param language code; empty where nobody knows
     */
    public record Said(
            MessageId id,
            int depth,
            boolean ours,
            String author,
            Instant at,
            String language,
            Excerpt text,
            Optional<Identified> identified,
            List<RuleLink> rules,
            boolean edited,
            Optional<Instant> deleted,
            List<Attachment> attachments) {
        public Said {
            rules = List.copyOf(rules);
        }
    }

    /** A line of the history, with the names of who took the step and whom it is about. */
    public record Step(ConversationStep step, String by, String person) {}

    /** Whom it can be given to: what is sent, and the name. */
    public record Choices(Map<String, String> people, String chosen) {}

    /**
     * One conversation.
     *
     * @param about the organisation's message that it is under, if it is
     * @param hidden how many of its messages the reader can't see
     * @param cases that are open or closed on it
     */
    public record OnePage(
            Conversation talk,
            String channel,
            String assignee,
            boolean mine,
            Optional<Said> about,
            List<Said> said,
            int hidden,
            List<Step> history,
            List<Writing> writing,
            Choices choices,
            List<CaseId> cases,
            Rights rights,
            String note,
            List<Problem> problems,
            Optional<ReplyDesk> desk,
            Instant asOf) {
        public OnePage {
            said = List.copyOf(said);
            history = List.copyOf(history);
        }
    }

    /** The promise and the safe places, as typed. */
    public record SettingsPage(
            Map<String, String> typed,
            Set<DayOfWeek> days,
            Map<String, String> channels,
            Set<String> unheard,
            int voices,
            List<Problem> problems) {
        public String value(String field) {
            return typed.getOrDefault(field, "");
        }
    }
}
