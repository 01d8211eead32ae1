package org.lisolo.server.publishing.conversations;

import jakarta.servlet.http.HttpServletResponse;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.archive.FoundMessages;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Purpose;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CsvWriter;
import org.lisolo.server.publishing.conversations.ConversationPages.ListPage;
import org.lisolo.server.publishing.conversations.ConversationPages.Row;
import org.springframework.http.CacheControl;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of conversations, and the same as a table to take along. */
@Controller
class ConversationsController {
    private static final int PAGE = 50;
    private static final int MOST_FOUND = 1_000;
    private static final int MOST_ROWS = 20_000;
    private static final int AT_ONCE = 500;
    private static final List<String> COLUMNS =
            List.of(
                    "began_at",
                    "last_at",
                    "state",
                    "asked_at",
                    "promised_until",
                    "channel",
                    "language",
                    "author",
                    "text",
                    "rules",
                    "assigned_to",
                    "conversation");

    private final ConversationLists lists;
    private final ConversationViews views;
    private final FoundMessages searches;
    private final Channels channels;
    private final AuditTrail trail;
    private final Clock clock;

    ConversationsController(
            ConversationLists lists,
            ConversationViews views,
            FoundMessages searches,
            Channels channels,
            AuditTrail trail,
            Clock clock) {
        this.lists = lists;
        this.views = views;
        this.searches = searches;
        this.channels = channels;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping(Conversations.PATH)
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "") String after) {
        ConversationFilter filter = ConversationFilter.of(asked);
        Sight sight = ConversationViews.sight(who);
        Optional<Set<MessageId>> found = found(who, filter, sight);
        List<Conversation> listed =
                lists.list(who, filter, found, ConversationCursor.read(after), PAGE + 1);
        boolean more = listed.size() > PAGE;
        List<Conversation> shown = more ? listed.subList(0, PAGE) : listed;
        var page =
                new ListPage(
                        filter,
                        lists.counts(who, filter, found),
                        channels.names(who.organisation()),
                        lists.languages(who.organisation()),
                        views.rows(who, shown, sight),
                        more ? older(filter, shown.getLast()) : "",
                        ConversationViews.rights(who),
                        clock.instant());
        return new ModelAndView("conversations/list", "page", page);
    }

    private static String older(ConversationFilter filter, Conversation last) {
        return Addresses.with(
                Conversations.PATH,
                filter.query(),
                "after",
                ConversationCursor.behind(last, filter).written());
    }

    private Optional<Set<MessageId>> found(SignedIn who, ConversationFilter filter, Sight sight) {
        if (filter.words().isEmpty()) {
            return Optional.empty();
        }
        var own = channels.all(who.organisation()).stream().map(Channel::id).toList();
        return Optional.of(searches.saying(filter.words(), own, sight, MOST_FOUND));
    }

    @GetMapping(Conversations.PATH + ".csv")
    void table(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            @RequestParam String purpose,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"conversations.csv\"");
        response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
        Sight sight =
                Sight.of(who, Action.EXPORT_CONVERSATIONS, Purpose.ofKey(purpose).orElseThrow());
        ConversationFilter filter = ConversationFilter.of(asked);
        Optional<Set<MessageId>> found = found(who, filter, sight);
        try (CsvWriter csv = new CsvWriter(response.getWriter())) {
            csv.row(COLUMNS);
            Optional<ConversationCursor> after = Optional.empty();
            for (int written = 0; written < MOST_ROWS; written += AT_ONCE) {
                List<Conversation> part = lists.list(who, filter, found, after, AT_ONCE);
                List<Row> rows = views.rows(who, part, sight);
                trail.part();
                rows.forEach(row -> csv.row(cells(row)));
                if (part.size() < AT_ONCE) {
                    return;
                }
                after = Optional.of(ConversationCursor.behind(part.getLast(), filter));
            }
        }
    }

    private static List<String> cells(Row row) {
        Conversation talk = row.talk();
        Excerpt text = row.text();
        return List.of(
                iso(talk.began()),
                iso(talk.last()),
                talk.state().key(),
                talk.asked().map(ConversationsController::iso).orElse(""),
                talk.due().map(ConversationsController::iso).orElse(""),
                row.channel(),
                talk.language(),
                row.author(),
                text.plain(),
                String.join("; ", row.rules()),
                row.assignee(),
                talk.id().toString());
    }

    private static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
