package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Edits.Beginning;
import org.lisolo.server.community.contributions.SaidPictureStore.Size;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Picture;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.Drawn;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pictures of cases: nobody but their author sees them before they were looked through, whether
 * the words are read already or wait to be. Thread-safe.
 */
@Service
public class CasePictures {
    /** What the person saw with their own eyes, as the log keeps it. */
    public static final List<String> CHECKS = List.of("face", "mark", "writing", "name");

    private final SaidPictureStore store;
    private final Contributions contributions;
    private final Edits edits;
    private final ToldToAuthors told;
    private final BeforeWriting before;
    private final Blobs blobs;
    private final Clock clock;

    CasePictures(
            SaidPictureStore store,
            Contributions contributions,
            Edits edits,
            ToldToAuthors told,
            BeforeWriting before,
            Blobs blobs,
            Clock clock) {
        this.store = store;
        this.contributions = contributions;
        this.edits = edits;
        this.told = told;
        this.before = before;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** They come with words of the reader's own; to those of others nothing is added. */
    public void await(Reader reader, ContributionId of, List<SaidPicture> drawn) {
        if (isOwn(reader, of)) {
            drawn.forEach(one -> store.await(of, one.size(), clock.instant()));
        }
    }

    private boolean isOwn(Reader reader, ContributionId of) {
        Optional<Contribution> one = contributions.find(of);
        return one.isPresent()
                ? contributions.isOwn(reader, one.get())
                : told.waiting(reader, of).isPresent();
    }

    /** Those that the reader has still to look through. */
    public List<Size> waiting(Reader reader, ContributionId of) {
        List<Size> waiting = store.waiting(of);
        return waiting.isEmpty() || isOwn(reader, of) ? waiting : List.of();
    }

    /** What the reader said in a case with pictures that they have still to look through. */
    public List<ContributionId> toLook(Reader reader, Discussion about) {
        return store.awaited(about.id()).stream().filter(one -> isOwn(reader, one)).toList();
    }

    /** The bytes of one of them. */
    public Optional<byte[]> bytes(Reader reader, ContributionId of, ContentHash hash) {
        return waiting(reader, of).stream().anyMatch(size -> size.hash().equals(hash))
                ? blobs.leaving(new Picture(hash, Drawn.MEDIA_TYPE, ""))
                : Optional.empty();
    }

    /**
     * Shows those that were looked through, and forgets those that are not to be shown.
     *
     * @param typed {@code leave-<hash>}, {@code alt-<hash>}, and {@code <check>-<hash>} of each
     * @return whether they are shown; else they wait for a moderator
     * @throws Problem at the fields that are missing
     */
    public boolean confirm(
            Reader reader, Space space, Contribution one, Map<String, String> typed) {
        List<Size> waiting = waiting(reader, one.id());
        List<SaidPicture> good = lookedThrough(waiting, typed);
        boolean stands = good.isEmpty() || show(reader, space, one, good);
        waiting.forEach(size -> store.decided(one.id(), size.hash()));
        return stands;
    }

    private boolean show(Reader reader, Space space, Contribution one, List<SaidPicture> good) {
        Beginning begun = edits.begin(reader, space, one);
        return contributions.edit(
                reader, space, one, begun.words(), begun.extra().lookedThrough(good, CHECKS));
    }

    /** The same where the words still wait: they wait with them. */
    public void confirm(Reader reader, Draft draft, Map<String, String> typed) {
        List<Size> waiting = waiting(reader, draft.id());
        List<SaidPicture> good = lookedThrough(waiting, typed);
        Draft whole = draft.with(draft.extra().lookedThrough(good, CHECKS));
        if (!good.isEmpty() && !before.replaced(whole)) {
            throw Problem.notFound("discussions.problem.held");
        }
        waiting.forEach(size -> store.decided(draft.id(), size.hash()));
    }

    private static List<Problem> missing(Size size, int number, Map<String, String> typed) {
        String hash = size.hash().hex();
        List<Problem> missing =
                new ArrayList<>(SentPicture.wrongAlt(alt(size, typed), "alt-" + hash));
        for (String check : CHECKS) {
            if (!typed.containsKey(check + "-" + hash)) {
                missing.add(
                        Problem.invalid("cases.problem.check." + check, number)
                                .atField(check + "-" + hash + "-yes"));
            }
        }
        return missing;
    }

    private static List<SaidPicture> lookedThrough(List<Size> waiting, Map<String, String> typed) {
        List<SaidPicture> good = new ArrayList<>();
        List<Problem> missing = new ArrayList<>();
        for (Size size : waiting) {
            if (!typed.containsKey("leave-" + size.hash().hex())) {
                missing.addAll(missing(size, waiting.indexOf(size) + 1, typed));
                good.add(size.described(alt(size, typed)));
            }
        }
        Problem.throwAny(missing);
        return good;
    }

    @Scheduled(initialDelay = 13, fixedRate = 60, timeUnit = TimeUnit.MINUTES)
    public void removeOld() {
        store.removeOld(clock.instant());
    }

    private static String alt(Size size, Map<String, String> typed) {
        return typed.getOrDefault("alt-" + size.hash().hex(), "").strip();
    }

    /** Nothing of words that were taken back waits any more. */
    public void forget(ContributionId of) {
        store.forget(of);
    }
}
