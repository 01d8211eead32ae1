package org.lisolo.server.community.contributions;

import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polls and how people voted. Thread-safe. */
@Service
public final class Polls {
    private final Messages messages;
    private final DiscussionStore discussions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Polls(Messages messages, DiscussionStore discussions, JdbcClient jdbc, Clock clock) {
        this.discussions = discussions;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A poll as a reader finds it.
     *
     * @param shows whether the reader sees how others voted: after their own vote, and at the end
     */
    public record View(
            List<Choice> choices, Instant endsAt, int votes, boolean open, boolean shows) {}

    /** One of the answers. */
    public record Choice(int number, String words, int votes, int percent, boolean mine) {}

    public Optional<View> of(Discussion about, Reader reader) {
        return poll(about, reader).map(poll -> view(about, poll, reader));
    }

    private Optional<Poll> poll(Discussion about, Reader reader) {
        if (about.kind() != Kind.TALK) {
            return Optional.empty();
        }
        return messages.find(MessageId.of(about.space().channel(), about.path()), reader.sight())
                .filter(message -> !message.deleted())
                .flatMap(message -> messages.payload(message.first().id(), reader.sight()))
                .flatMap(Poll::read);
    }

    private View view(Discussion about, Poll poll, Reader reader) {
        Map<Integer, Integer> votes = new HashMap<>();
        jdbc.sql(
                        """
                        select choice, count(*) as times from community.vote
                         where discussion = ? group by choice
                        """)
                .param(about.id().value())
                .query(
                        row -> {
                            votes.put(row.getInt("choice"), row.getInt("times"));
                        });
        int all = votes.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Integer> mine = reader.account().flatMap(account -> mine(about, account));
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < poll.choices().size(); i++) {
            int times = votes.getOrDefault(i, 0);
            int percent = all == 0 ? 0 : Math.round(100f * times / all);
            choices.add(
                    new Choice(
                            i, poll.choices().get(i), times, percent, mine.equals(Optional.of(i))));
        }
        boolean open = clock.instant().isBefore(poll.endsAt());
        return new View(choices, poll.endsAt(), all, open, !open || mine.isPresent());
    }

    private Optional<Integer> mine(Discussion about, AccountId account) {
        return jdbc.sql("select choice from community.vote where discussion = ? and account = ?")
                .params(about.id().value(), account.value())
                .query(Integer.class)
                .optional();
    }

    /** Counts once for each person; the first vote stands. */
    public void vote(Discussion about, Reader reader, int choice) {
        Poll poll =
                poll(about, reader)
                        .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
        if (choice < 0 || choice >= poll.choices().size()) {
            throw Problem.invalid("discussions.problem.choice");
        }
        if (!clock.instant().isBefore(poll.endsAt())) {
            throw Problem.of(Problem.Kind.GONE, "discussions.problem.poll.ended");
        }
        jdbc.sql(
                        """
                        insert into community.vote (discussion, account, choice) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(about.id().value(), reader.account().orElseThrow().value(), choice)
                .update();
        discussions.changed(List.of(about.id()));
    }
}
