package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.DiscussionStore;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Marks;
import org.lisolo.server.community.contributions.SaidMarkStore;
import org.lisolo.server.community.contributions.SaidPictureStore;
import org.lisolo.server.community.contributions.SaidPictures;
import org.lisolo.server.community.contributions.WordIndex;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.DiscussionPages.Row;
import org.lisolo.server.community.discussions.DiscussionPages.Said;
import org.lisolo.server.community.discussions.DiscussionPages.Version;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.words.Markup;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Shortened;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Discussions as a reader finds them, with their words from the log. Thread-safe. */
@Service
public class Discussions {
    /** Characters of a quotation. */
    private static final int QUOTE = 300;

    private final DiscussionStore store;
    private final Messages messages;
    private final Badges badges;
    private final SaidMarkStore marks;
    private final WordIndex index;
    private final SaidPictureStore pictures;
    private final OneName oneName;

    Discussions(
            DiscussionStore store,
            Messages messages,
            Badges badges,
            SaidMarkStore marks,
            WordIndex index,
            SaidPictureStore pictures,
            OneName oneName) {
        this.oneName = oneName;
        this.pictures = pictures;
        this.marks = marks;
        this.index = index;
        this.store = store;
        this.messages = messages;
        this.badges = badges;
    }

    /** One that the reader may see. */
    public Discussion find(ContributionId id, Reader reader) {
        return store.find(id, reader)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    /** What opened it. */
    public Contribution opening(Discussion about, Reader reader) {
        return store.contribution(about.id(), reader)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    /** Those in which something was said last, first; some, and whether there are more. */
    public Found latest(
            Reader reader, Optional<SpaceId> space, Optional<Kind> kind, int from, int most) {
        return found(store.latest(reader, space, kind, from, most + 1), reader, most);
    }

    /** Questions that no health professional has answered, the oldest first. */
    Found waiting(Reader reader, int from, int most) {
        return found(store.waiting(reader, Set.of(), false, from, most + 1), reader, most);
    }

    /** Those of them that are put to a speciality. */
    Found waitingFor(Vocation speciality, Reader reader, int from, int most) {
        Set<String> tags = Specialities.tags(speciality);
        return found(store.waiting(reader, tags, true, from, most + 1), reader, most);
    }

    /** Those that are put to no speciality in particular: they wait for anybody. */
    Found waitingForAnybody(Reader reader, int from, int most) {
        Set<String> tags = Specialities.allTags();
        return found(store.waiting(reader, tags, false, from, most + 1), reader, most);
    }

    private Found found(List<Discussion> all, Reader reader, int most) {
        boolean more = all.size() > most;
        return new Found(rows(more ? all.subList(0, most) : all, reader), more);
    }

    /** What the moderators of a space keep at its top, the newest first. */
    List<Row> pinned(SpaceId space, Reader reader) {
        return rows(store.pinned(space, reader), reader);
    }

    /** Public questions that share words with a sentence, the most alike first. */
    List<Row> similar(String sentence, String language, Reader reader, int most) {
        List<ContributionId> ids = index.similar(sentence, language, most);
        return rows(store.find(ids, reader), reader).stream()
                .sorted(Comparator.comparingInt((Row row) -> ids.indexOf(row.of().id())))
                .toList();
    }

    /** The question that asked this one before, if the reader may see it. */
    Optional<Row> original(Discussion about, Reader reader) {
        return marks.original(about.id())
                .flatMap(id -> store.find(id, reader))
                .flatMap(found -> rows(List.of(found), reader).stream().findFirst());
    }

    /** Questions that were found to ask this one again. */
    List<Row> joined(Discussion about, Reader reader, int most) {
        return rows(store.duplicatesOf(about.id(), reader, most), reader);
    }

    /** Some discussions, and whether there are more. */
    public record Found(List<Row> rows, boolean more) {
        static final Found NOTHING = new Found(List.of(), false);
    }

    private List<Row> rows(List<Discussion> all, Reader reader) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<MessageId> ids = all.stream().map(one -> message(one)).toList();
        Map<MessageId, Message> said = messages.find(ids, reader.sight());
        Set<ContributionId> answered =
                marks.answeredByProfessionals(all.stream().map(Discussion::id).toList());
        List<Row> rows = new ArrayList<>();
        for (Discussion one : all) {
            Message message = said.get(message(one));
            if (message != null && !message.deleted()) {
                MessageEvent now = message.current();
                rows.add(
                        new Row(
                                one,
                                Words.of(now, true),
                                now.author().shown(),
                                answered.contains(one.id())));
            }
        }
        return rows;
    }

    private static MessageId message(Discussion one) {
        return MessageId.of(one.space().channel(), one.path());
    }

    /** Where something is read: on which page of its discussion, and where on it. */
    String path(Discussion about, Contribution one, Reader reader) {
        return path(about, one, one.opens() ? 0 : store.before(about, one.id(), reader));
    }

    /** The same of an answer that was just written, and stands last. */
    static String pathOfNew(Discussion before, Contribution one) {
        return path(before, one, before.answers());
    }

    private static String path(Discussion about, Contribution one, int before) {
        int start = before / Contents.ANSWERS * Contents.ANSWERS;
        return about.path() + (start == 0 ? "" : "?from=" + start) + "#" + Said.anchor(one);
    }

    /**
     * What stands in a discussion, that which opens it first.
     *
     * @param alias of the reader there
     */
    List<Said> said(Discussion about, Reader reader, Optional<Alias> alias, int from, int most) {
        List<Contribution> all = store.in(about, reader, from, most);
        Map<MessageId, Message> words =
                messages.find(all.stream().map(Contribution::message).toList(), reader.sight());
        List<AccountId> authors =
                all.stream().flatMap(one -> one.author().stream()).distinct().toList();
        Map<AccountId, Badge> verified = badges.of(authors);
        OneName.Pages pages = oneName.pages(authors);
        List<Contribution> seen =
                all.stream()
                        .filter(one -> !one.hidden() && words.containsKey(one.message()))
                        .toList();
        Map<String, String> people = people(seen, words);
        Map<ContributionId, Marks> marked =
                marks.of(seen.stream().map(Contribution::id).toList(), reader.account());
        Map<ContributionId, Map<String, SaidPictureStore.Size>> sizes =
                pictures.of(seen.stream().map(Contribution::id).toList());
        Optional<String> own = alias.map(one -> one.author().networkId());
        return all.stream()
                .filter(one -> one.hidden() || one.opens() || words.containsKey(one.message()))
                .map(
                        one -> {
                            Message message = words.get(one.message());
                            return one.hidden() || message == null
                                    ? absent(one, !one.hidden())
                                    : said(
                                            one,
                                            message,
                                            pages,
                                            one.author().map(verified::get),
                                            people,
                                            sizes.getOrDefault(one.id(), Map.of()),
                                            marked.getOrDefault(one.id(), Marks.NONE),
                                            one.author().isPresent()
                                                    ? one.author().equals(reader.account())
                                                    : own.isPresent()
                                                            && own.get()
                                                                    .equals(
                                                                            message.current()
                                                                                    .author()
                                                                                    .networkId()));
                        })
                .toList();
    }

    /**
     * What moderators took from sight leaves its place, and so does what opened a discussion and
     * was forgotten since; nothing of what stood there.
     */
    private static Said absent(Contribution one, boolean forgotten) {
        return new Said(
                one,
                "",
                "",
                Optional.empty(),
                Words.of("", "fr"),
                "",
                List.of(),
                Marks.NONE,
                false,
                forgotten,
                false);
    }

    /** Where those who speak here do so first: whoever names them leads there. */
    private static Map<String, String> people(
            List<Contribution> seen, Map<MessageId, Message> words) {
        Map<String, String> people = new HashMap<>();
        for (Contribution one : seen) {
            Message message = Objects.requireNonNull(words.get(one.message()));
            people.putIfAbsent(message.current().author().shown(), "#" + Said.anchor(one));
        }
        return people;
    }

    private static Said said(
            Contribution one,
            Message message,
            OneName.Pages pages,
            Optional<Badge> badge,
            Map<String, String> people,
            Map<String, SaidPictureStore.Size> sizes,
            Marks marks,
            boolean mine) {
        MessageEvent now = message.current();
        boolean deleted = message.deleted();
        Words words = deleted ? Words.of("", orFrench(now.language())) : Words.of(now, one.opens());
        return new Said(
                one,
                now.author().shown(),
                pages.of(one.author(), now.author().shown()),
                badge,
                words,
                deleted ? "" : Markup.html(words.text(), people),
                deleted ? List.of() : SaidPictures.shown(now.attachments(), sizes),
                marks,
                message.edited(),
                deleted,
                !deleted && mine);
    }

    private static String orFrench(@Nullable String language) {
        return Objects.requireNonNullElse(language, "fr");
    }

    /** The beginning of what stands there, for an answer to it to begin with. */
    Optional<Words> quoted(Discussion about, ContributionId id, Reader reader) {
        return store.contribution(id, reader)
                .filter(one -> one.discussion().equals(about.id()) && !one.hidden())
                .flatMap(
                        one ->
                                messages.find(one.message(), reader.sight())
                                        .filter(message -> !message.deleted())
                                        .map(message -> quoted(message, one.opens())));
    }

    private static Words quoted(Message message, boolean opens) {
        MessageEvent now = message.current();
        Words said = Words.of(now, opens);
        String own = Markup.plain(said.own());
        return new Words(
                "",
                "> **" + now.author().shown() + "**\n> " + Shortened.of(own, QUOTE),
                said.language(),
                said.warning());
    }

    /** All that it was, the oldest first; of what was deleted nothing is left to see. */
    List<Version> versions(Contribution one, Reader reader) {
        Message message =
                messages.find(one.message(), reader.sight())
                        .filter(found -> !found.deleted())
                        .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
        return message.versions().stream()
                .map(
                        event -> {
                            Words words = Words.of(event, one.opens());
                            return new Version(
                                    words, Markup.html(words.text()), event.happenedAt());
                        })
                .toList();
    }
}
