package org.lisolo.server.community.contributions;

import org.lisolo.server.community.spaces.Reader;
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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The pictures of contributions: drawn anew when they come, so that nothing of what a camera wrote
 * beside them is kept. Thread-safe.
 */
@Service
public class SaidPictures {
    private static final int SIDE = 1_200;
    private static final int MOST_BYTES = 300_000;

    private final PictureDrawer drawer;
    private final Blobs blobs;
    private final SaidPictureStore store;
    private final Contributions contributions;
    private final Messages messages;

    SaidPictures(
            PictureDrawer drawer,
            Blobs blobs,
            SaidPictureStore store,
            Contributions contributions,
            Messages messages) {
        this.drawer = drawer;
        this.blobs = blobs;
        this.store = store;
        this.contributions = contributions;
        this.messages = messages;
    }

    /**
     * Draws them anew.
     *
     * @throws Problem at the fields of those that can't be shown
     */
    public List<SaidPicture> draw(List<SentPicture> sent, boolean alts) {
        Problem.throwAny(SentPicture.wrong(sent, alts));
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
     * Those that an edit keeps, as it describes them.
     *
     * @param typed {@code off-<hash>} of those that go, {@code alt-<hash>} of those that stay
     */
    static List<SaidPicture> kept(List<SaidPicture> standing, Map<String, String> typed) {
        List<SaidPicture> all = new ArrayList<>();
        for (SaidPicture one : standing) {
            String hash = one.hash().hex();
            if (!typed.containsKey("off-" + hash)) {
                String alt = typed.getOrDefault("alt-" + hash, one.alt()).strip();
                all.add(one.size().described(alt));
            }
        }
        return all;
    }

    /** What is wrong with what an edit makes of them, in the order of the form. */
    static List<Problem> wrong(List<SaidPicture> kept, List<SentPicture> sent) {
        List<Problem> wrong = new ArrayList<>();
        kept.forEach(
                one -> wrong.addAll(SentPicture.wrongAlt(one.alt(), "alt-" + one.hash().hex())));
        if (kept.size() + sent.size() > SentPicture.MOST) {
            wrong.add(
                    Problem.invalid("discussions.problem.pictures", SentPicture.MOST)
                            .atField("picture" + sent.getFirst().number()));
        }
        wrong.addAll(SentPicture.wrong(sent, true));
        return wrong;
    }

    /** The bytes of one that the reader may see; authors also see what was taken from sight. */
    public Optional<byte[]> bytes(Contribution one, Reader reader, ContentHash hash) {
        Sight sight = contributions.isOwn(reader, one) ? one.space().inFull() : reader.sight();
        boolean shown =
                messages.find(one.message(), sight)
                        .filter(message -> !message.deleted())
                        .map(message -> message.current().attachments())
                        .filter(all -> all.stream().anyMatch(of -> hash.equals(of.content())))
                        .isPresent();
        return shown ? blobs.find(hash, sight) : Optional.empty();
    }

    /** The bytes of one that waits with its words; the caller has seen to who may have them. */
    public Optional<byte[]> bytes(Draft waiting, ContentHash hash) {
        return waiting.extra().pictures().stream()
                .filter(one -> one.hash().equals(hash))
                .findFirst()
                .flatMap(one -> blobs.leaving(new Picture(hash, Drawn.MEDIA_TYPE, one.alt())));
    }

    /** As a page shows them, in their order. */
    public static List<ShownPicture> shown(
            List<Attachment> attachments, Map<String, SaidPictureStore.Size> sizes) {
        List<ShownPicture> shown = new ArrayList<>();
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
