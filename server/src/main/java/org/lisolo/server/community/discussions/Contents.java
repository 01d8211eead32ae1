package org.lisolo.server.community.discussions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Scheduler;

import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.direct.Directs;
import org.lisolo.server.community.discussions.DiscussionPages.Content;
import org.lisolo.server.community.discussions.DiscussionPages.Said;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in discussions. What strangers read first, which most readers of an open forum do, is
 * kept until something in it changes: the version of the discussion, which is asked each time, is
 * part of the key. The rest of what it shows (whether somebody is still a verified professional)
 * may be two minutes old. Thread-safe.
 */
@Service
class Contents {
    static final int ANSWERS = 50;

    private static final Duration KEPT = Duration.ofMinutes(2);

    /** Characters of HTML, in some thousand discussions. */
    private static final int MOST_KEPT = 16_000_000;

    private final Discussions discussions;
    private final Contributions contributions;
    private final Asks asks;
    private final Directs directs;
    private final LoadingCache<Key, Content> kept;

    Contents(Discussions discussions, Contributions contributions, Asks asks, Directs directs) {
        this.discussions = discussions;
        this.contributions = contributions;
        this.asks = asks;
        this.directs = directs;
        kept =
                Caffeine.newBuilder()
                        .expireAfterWrite(KEPT)
                        .scheduler(Scheduler.systemScheduler())
                        .maximumWeight(MOST_KEPT)
                        .weigher((Key _, Content content) -> weight(content))
                        .build(key -> read(key.about(), Reader.STRANGER, 0, key.canonical()));
    }

    /** A discussion is one with its version. */
    private record Key(Discussion about, String canonical) {}

    /**
     * Reads them.
     *
     * @param start how many answers stand before
     * @param canonical whole address of the discussion
     */
    Content of(Discussion about, Reader reader, int start, String canonical) {
        return start == 0 && reader.equals(Reader.STRANGER)
                ? kept.get(new Key(about, canonical))
                : read(about, reader, start, canonical);
    }

    private Content read(Discussion about, Reader reader, int start, String canonical) {
        Optional<Alias> alias = contributions.ownAlias(reader, about.id());
        List<Said> first = discussions.said(about, reader, alias, 0, start == 0 ? ANSWERS + 2 : 1);
        Said opening =
                first.stream()
                        .findFirst()
                        .filter(one -> one.of().opens())
                        .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
        List<Said> answers =
                start == 0
                        ? first.subList(1, first.size())
                        : discussions.said(about, reader, alias, start + 1, ANSWERS + 1);
        boolean more = answers.size() > ANSWERS;
        List<Said> shown = List.copyOf(more ? answers.subList(0, ANSWERS) : answers);
        return new Content(
                opening,
                shown,
                more,
                mayWriteTo(reader, opening, shown),
                asks.beside(about, reader, alias),
                canonical,
                QuestionData.of(about, opening, shown, canonical));
    }

    /** Those who speak here and to whom the reader may write in private. */
    private Set<AccountId> mayWriteTo(Reader reader, Said opening, List<Said> answers) {
        Set<AccountId> authors =
                Stream.concat(Stream.of(opening), answers.stream())
                        .flatMap(said -> said.of().author().stream())
                        .collect(Collectors.toUnmodifiableSet());
        return reader.account().map(who -> directs.mayWriteTo(who, authors)).orElse(Set.of());
    }

    private static int weight(Content content) {
        return content.opening().html().length()
                + content.answers().stream().mapToInt(one -> one.html().length()).sum()
                + content.linkedData().length()
                + 1_000;
    }
}
