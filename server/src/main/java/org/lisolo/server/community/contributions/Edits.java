package org.lisolo.server.community.contributions;

import org.lisolo.server.community.contributions.ToldToAuthors.Waiting;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes of what one wrote oneself. Each begins with the one that waits to be read, if any, for it
 * takes its place: nothing of that is lost by the way. Thread-safe.
 */
@Service
public class Edits {
    private final Contributions contributions;
    private final SaidPictures pictures;
    private final ToldToAuthors told;
    private final BeforeWriting before;

    Edits(
            Contributions contributions,
            SaidPictures pictures,
            ToldToAuthors told,
            BeforeWriting before) {
        this.contributions = contributions;
        this.pictures = pictures;
        this.told = told;
        this.before = before;
    }

    /**
     * With what a change begins.
     *
     * @param standing words that everybody reads
     * @param extra what is there beside the words
     * @param waiting the change whose place it takes
     */
    public record Beginning(Words standing, Words words, Extra extra, Optional<Waiting> waiting) {}

    public Beginning begin(Reader reader, Space space, Contribution one) {
        MessageEvent now = contributions.own(reader, space, one);
        Words standing = Words.of(now, one.opens());
        Optional<Waiting> waiting =
                told.waiting(reader, one.space()).stream()
                        .filter(it -> it.changes(one))
                        .findFirst();
        return new Beginning(
                standing,
                waiting.map(it -> it.draft().words()).orElse(standing),
                waiting.map(it -> it.draft().extra())
                        .orElseGet(() -> new Extra(pictures.standing(one, now), "")),
                waiting);
    }

    /**
     * Says it otherwise.
     *
     * @param typed of pictures that are there: see {@link SaidPictures#kept}
     * @return whether it stands; else it waits for somebody to read it first
     */
    public boolean edit(
            Reader reader,
            Space space,
            Contribution one,
            Words words,
            Map<String, String> typed,
            List<SentPicture> sent) {
        Extra begun = begin(reader, space, one).extra();
        Extra after = after(begun, words.wrong(one.opens()), typed, sent);
        return contributions.edit(reader, space, one, words, after);
    }

    /**
     * What is then there beside the words.
     *
     * @param wrong with the words
     */
    private Extra after(
            Extra begun, List<Problem> wrong, Map<String, String> typed, List<SentPicture> sent) {
        List<SaidPicture> kept = SaidPictures.kept(begun.pictures(), typed);
        List<Problem> all = new ArrayList<>(wrong);
        all.addAll(SaidPictures.wrong(kept, sent));
        Problem.throwAny(all);
        List<SaidPicture> after = new ArrayList<>(kept);
        after.addAll(pictures.draw(sent, true));
        return new Extra(after, begun.told());
    }

    /** Says otherwise what is new and waits: it waits on, as if it had been said so at first. */
    public void edit(
            Draft waiting, Words words, Map<String, String> typed, List<SentPicture> sent) {
        boolean opens = waiting.becomes() instanceof Draft.Opening;
        Extra after = after(waiting.extra(), words.wrong(opens), typed, sent);
        if (!before.replaced(waiting.with(words).with(after))) {
            throw Problem.notFound("discussions.problem.held");
        }
    }
}
