package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.discussions.DiscussionPages.Shown;
import org.lisolo.server.community.discussions.ToldToAuthors.Waiting;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Picture;
import org.lisolo.server.message.Sight;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.Cut;
import org.lisolo.server.platform.pictures.Drawn;
import org.lisolo.server.platform.pictures.PictureDrawer;
import org.springframework.stereotype.Service;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The pictures of contributions: drawn anew when they come, so that nothing of what a camera wrote
 * beside them is kept; those of cases are shown only once their author has looked them through.
 * Thread-safe.
 */
@Service
class SaidPictures {
    /** What the person saw with their own eyes, as the log keeps it. */
    static final List<String> CHECKS = List.of("face", "mark", "writing", "name");

    private static final int SIDE = 1_200;
    private static final int MOST_BYTES = 300_000;

    private final PictureDrawer drawer;
    private final Blobs blobs;
    private final SaidPictureStore store;
    private final Contributions contributions;
    private final Messages messages;
    private final Clock clock;

    SaidPictures(
            PictureDrawer drawer,
            Blobs blobs,
            SaidPictureStore store,
            Contributions contributions,
            Messages messages,
            Clock clock) {
        this.drawer = drawer;
        this.blobs = blobs;
        this.store = store;
        this.contributions = contributions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Draws them anew.
     *
     * @throws Problem at the field of the first that can't be shown
     */
    List<SaidPicture> draw(List<SentPicture> sent, boolean alts) {
        for (SentPicture one : sent) {
            one.checkSize();
            if (alts) {
                one.checkAlt();
            }
        }
        List<SaidPicture> drawn = new ArrayList<>();
        for (SentPicture one : sent) {
            drawn.add(draw(one));
        }
        return drawn;
    }

    private SaidPicture draw(SentPicture one) {
        try {
            Drawn drawn =
                    drawer.draw(one.file().getBytes(), Cut.WHOLE, List.of(SIDE), MOST_BYTES)
                            .getFirst();
            ContentHash hash = blobs.keep(drawn.jpeg());
            return new SaidPicture(
                    hash, one.alt(), drawn.width(), drawn.height(), drawn.jpeg().length);
        } catch (Problem problem) {
            throw problem.atField("picture" + one.number());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They are shown once their author has looked them through. */
    void await(ContributionId of, List<SaidPicture> drawn) {
        drawn.forEach(one -> store.await(of, one.size(), clock.instant()));
    }

    /** Those of one's own that wait. */
    List<SaidPictureStore.Size> waiting(Contribution one, Reader reader) {
        return contributions.isOwn(reader, one)
                ? store.waiting(one.id(), clock.instant())
                : List.of();
    }

    /** Those that stand with it. */
    List<SaidPicture> standing(Contribution one, MessageEvent now) {
        Map<String, SaidPictureStore.Size> sizes =
                store.of(List.of(one.id())).getOrDefault(one.id(), Map.of());
        List<SaidPicture> standing = new ArrayList<>();
        for (Attachment attached : now.attachments()) {
            SaidPictureStore.Size size =
                    attached.content() == null ? null : sizes.get(attached.content().hex());
            if (size != null) {
                standing.add(size.described(Objects.requireNonNullElse(attached.altText(), "")));
            }
        }
        return standing;
    }

    /**
     * What an edit makes of them.
     *
     * @param typed {@code off-<hash>} of those that go, {@code alt-<hash>} of those that stay
     * @param sent what comes with it
     * @throws Problem at the first field that is wrong
     */
    List<SaidPicture> edited(
            List<SaidPicture> standing, Map<String, String> typed, List<SentPicture> sent) {
        List<SaidPicture> all = new ArrayList<>();
        for (SaidPicture one : standing) {
            String hash = one.hash().hex();
            if (!typed.containsKey("off-" + hash)) {
                String alt = typed.getOrDefault("alt-" + hash, one.alt()).strip();
                SentPicture.checkAlt(alt, "alt-" + hash);
                all.add(one.size().described(alt));
            }
        }
        if (all.size() + sent.size() > SentPicture.MOST) {
            throw Problem.invalid("discussions.problem.pictures", SentPicture.MOST)
                    .atField("picture" + sent.getFirst().number());
        }
        all.addAll(draw(sent, true));
        return all;
    }

    /**
     * Shows those that were looked through, and forgets those that are not to be shown.
     *
     * @param typed {@code leave-<hash>}, {@code alt-<hash>}, and {@code <check>-<hash>} of each
     * @return whether they are shown; else they wait for a moderator
     * @throws Problem at the first field that is missing
     */
    boolean confirm(Reader reader, Space space, Contribution one, Map<String, String> typed) {
        List<SaidPicture> good = new ArrayList<>();
        List<SaidPictureStore.Size> waiting = waiting(one, reader);
        for (SaidPictureStore.Size size : waiting) {
            String hash = size.hash().hex();
            if (typed.containsKey("leave-" + hash)) {
                continue;
            }
            String alt = typed.getOrDefault("alt-" + hash, "").strip();
            SentPicture.checkAlt(alt, "alt-" + hash);
            for (String check : CHECKS) {
                if (!typed.containsKey(check + "-" + hash)) {
                    throw Problem.invalid("cases.problem.check." + check)
                            .atField(check + "-" + hash + "-yes");
                }
            }
            good.add(size.described(alt));
        }
        boolean stands = good.isEmpty() || show(reader, space, one, good);
        waiting.forEach(size -> store.decided(one.id(), size.hash()));
        return stands;
    }

    private boolean show(Reader reader, Space space, Contribution one, List<SaidPicture> good) {
        MessageEvent now = contributions.own(reader, space, one);
        List<SaidPicture> all = new ArrayList<>(standing(one, now));
        all.addAll(good);
        return contributions.edit(
                reader, space, one, Words.of(now, one.opens()), Extra.of(all, lookedThrough(good)));
    }

    /** The log keeps what the person saw of each. */
    private static ObjectNode lookedThrough(List<SaidPicture> good) {
        ObjectNode told = Extra.toTell();
        ArrayNode looked = told.putArray("lookedThrough");
        for (SaidPicture one : good) {
            ObjectNode entry = looked.addObject().put("picture", one.hash().hex());
            CHECKS.forEach(entry.putArray("without")::add);
        }
        return told;
    }

    /** The bytes of one that the reader may see; authors also see what was taken from sight. */
    Optional<byte[]> bytes(Contribution one, Reader reader, ContentHash hash) {
        Sight sight = contributions.isOwn(reader, one) ? one.space().inFull() : reader.sight();
        boolean shown =
                messages.find(one.message(), sight)
                        .filter(message -> !message.deleted())
                        .map(message -> message.current().attachments())
                        .filter(all -> all.stream().anyMatch(of -> hash.equals(of.content())))
                        .isPresent();
        if (shown) {
            return blobs.find(hash, sight);
        }
        return waiting(one, reader).stream().anyMatch(size -> size.hash().equals(hash))
                ? blobs.leaving(new Picture(hash, Drawn.MEDIA_TYPE, ""))
                : Optional.empty();
    }

    /** The bytes of one that waits with words of the reader's own. */
    Optional<byte[]> bytes(Waiting waiting, ContentHash hash) {
        return waiting.draft().extra().pictures().stream()
                .filter(one -> one.hash().equals(hash))
                .findFirst()
                .flatMap(one -> blobs.leaving(new Picture(hash, Drawn.MEDIA_TYPE, one.alt())));
    }

    /** As a page shows them, in their order. */
    static List<Shown> shown(
            List<Attachment> attachments, Map<String, SaidPictureStore.Size> sizes) {
        List<Shown> shown = new ArrayList<>();
        for (Attachment one : attachments) {
            SaidPictureStore.Size size =
                    one.content() == null ? null : sizes.get(one.content().hex());
            if (size != null) {
                shown.add(size.shown(Objects.requireNonNullElse(one.altText(), "")));
            }
        }
        return shown;
    }
}
