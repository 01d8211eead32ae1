package org.lisolo.server.publishing.conversations;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.lisolo.server.publishing.conversations.ConversationFilter.Show;
import org.lisolo.server.publishing.conversations.ConversationPages.Row;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations that wait for a person: theirs, those that nobody has, and all that are late. */
@Component
class WaitingConversations implements TodaySource, Waiting {
    private static final int MOST = 20;

    private final ConversationLists lists;
    private final ConversationViews views;
    private final Clock clock;

    WaitingConversations(ConversationLists lists, ConversationViews views, Clock clock) {
        this.lists = lists;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.ANSWER_CONVERSATIONS)) {
            return List.of();
        }
        Map<String, Conversation> waiting = new LinkedHashMap<>();
        for (Show show : List.of(Show.LATE, Show.MINE, Show.FREE)) {
            lists.list(
                            who,
                            ConversationFilter.ALL.showing(show),
                            Optional.empty(),
                            Optional.empty(),
                            MOST)
                    .forEach(one -> waiting.putIfAbsent(one.id().toString(), one));
        }
        Instant now = clock.instant();
        List<Row> rows =
                views.rows(who, new ArrayList<>(waiting.values()), ConversationViews.sight(who));
        return rows.stream().map(row -> item(row, now)).toList();
    }

    private static TodayItem item(Row row, Instant now) {
        Conversation talk = row.talk();
        String what =
                talk.isLate(now)
                        ? "conversations.today.late"
                        : row.mine() ? "conversations.today.mine" : "conversations.today.open";
        return new TodayItem(
                what,
                row.text().plain().strip(),
                talk.due().orElse(null),
                talk.path(),
                "conversations.today.answer");
    }

    @Override
    public String path() {
        return Conversations.PATH;
    }

    @Override
    public long count(SignedIn who) {
        return who.may(Action.ANSWER_CONVERSATIONS)
                ? lists.count(who, ConversationFilter.ALL, Optional.empty())
                : 0;
    }
}
