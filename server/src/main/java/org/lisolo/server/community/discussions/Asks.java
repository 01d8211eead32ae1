package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.contributions.CasePictures;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.Extra;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Poll;
import org.lisolo.server.community.contributions.Polls;
import org.lisolo.server.community.contributions.SaidPicture;
import org.lisolo.server.community.contributions.ToldToAuthors;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.DiscussionPages.Asking;
import org.lisolo.server.community.discussions.DiscussionPages.Beside;
import org.lisolo.server.community.discussions.DiscussionPages.Row;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Vocation;
import org.springframework.stereotype.Service;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What comes before and beside a question: those like it, where else to ask, a poll. */
@Service
class Asks {
    static final int SIMILAR = 5;
    private static final int JOINED = 10;

    private final Contributions contributions;
    private final Discussions discussions;
    private final Turns turns;
    private final Polls polls;
    private final CaseNotes cases;
    private final CasePictures pictures;
    private final ToldToAuthors told;
    private final Follows follows;
    private final Clock clock;

    Asks(
            Contributions contributions,
            Discussions discussions,
            Turns turns,
            Polls polls,
            CaseNotes cases,
            CasePictures pictures,
            ToldToAuthors told,
            Follows follows,
            Clock clock) {
        this.contributions = contributions;
        this.discussions = discussions;
        this.turns = turns;
        this.polls = polls;
        this.cases = cases;
        this.pictures = pictures;
        this.told = told;
        this.follows = follows;
        this.clock = clock;
    }

    /** What is shown once before a question is published, if anything: nothing is held back. */
    Optional<Asking> before(Reader reader, Kind kind, Sent sent) {
        Asking typed = sent.asking();
        boolean turn = kind == Kind.QUESTION && !typed.told() && turns.isOfWhatToTake(sent.words());
        if (kind != Kind.QUESTION || !(turn || sent.looks())) {
            return Optional.empty();
        }
        return Optional.of(
                new Asking(
                        typed.speciality(),
                        typed.choices(),
                        typed.days(),
                        Optional.of(similar(sent.words(), reader)),
                        turn && !sent.looks(),
                        typed.told() || !sent.looks()));
    }

    private List<Row> similar(Words words, Reader reader) {
        return discussions.similar(words.title(), words.language(), reader, SIMILAR);
    }

    Optional<Discussion> open(
            Reader reader,
            Space space,
            Kind kind,
            ContributionId id,
            Sent sent,
            boolean named,
            List<SaidPicture> pictures) {
        Asking typed = sent.asking();
        Words words = sent.words();
        if (kind == Kind.QUESTION && !words.text().isEmpty()) {
            words =
                    Vocation.find(Vocation.Kind.SPECIALITY, typed.speciality())
                            .map(Specialities::tag)
                            .map(tag -> sent.words().with(sent.words().text() + "\n\n#" + tag))
                            .orElse(words);
        }
        Optional<Poll> poll =
                kind == Kind.TALK
                        ? Poll.typed(typed.choices(), typed.days(), clock.instant())
                        : Optional.empty();
        ObjectNode told = Extra.toTell();
        poll.ifPresent(one -> one.write(told));
        return contributions.open(reader, space, kind, id, words, named, Extra.of(pictures, told));
    }

    Beside beside(Discussion about, Reader reader, Optional<Alias> alias) {
        boolean question = about.kind() == Kind.QUESTION;
        boolean closedCase = about.kind() == Kind.CASE;
        return new Beside(
                question ? discussions.original(about, reader) : Optional.empty(),
                question ? discussions.joined(about, reader, JOINED) : List.of(),
                polls.of(about, reader),
                closedCase ? cases.summary(about, reader) : Optional.empty(),
                closedCase ? cases.seenBy(about, reader) : List.of(),
                told.rulings(reader, about),
                told.waiting(reader, about.space()).stream()
                        .filter(one -> !(one.draft().becomes() instanceof Draft.Opening))
                        .filter(one -> contributions.discussion(one.draft()).equals(about.id()))
                        .toList(),
                closedCase ? pictures.toLook(reader, about) : List.of(),
                alias.map(Alias::name),
                follows.follows(
                        reader.account(), Source.of(Source.Kind.DISCUSSION, about.id().value())));
    }
}
