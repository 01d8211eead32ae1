package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.bluesky.Xrpc.Reply;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.Picture;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/** Pictures as blobs of an account. What nothing names there the server sweeps away by itself. */
@Component
class BlueskyPictures {
    private final Blobs blobs;
    private final BlueskySessions sessions;
    private final Xrpc xrpc;

    BlueskyPictures(Blobs blobs, BlueskySessions sessions, Xrpc xrpc) {
        this.blobs = blobs;
        this.sessions = sessions;
        this.xrpc = xrpc;
    }

    /** Brings them there; the same again is the same. */
    List<Written.Shown> brought(BlueskyAccount account, List<Picture> pictures) throws NotCarried {
        List<Written.Shown> shown = new ArrayList<>();
        for (Picture picture : pictures) {
            byte[] bytes =
                    blobs.leaving(picture)
                            .orElseThrow(() -> NotCarried.forGood("outbox.reason.nopicture"));
            Reply reply =
                    sessions.with(
                            account,
                            token ->
                                    xrpc.post(
                                            account.service(),
                                            "com.atproto.repo.uploadBlob",
                                            picture.mediaType(),
                                            bytes,
                                            token));
            if (!(reply instanceof Reply.Done)) {
                throw Failures.of(reply);
            }
            shown.add(shown(picture, bytes.length));
        }
        return shown;
    }

    /** As they were brought there. */
    List<Written.Shown> named(List<Picture> pictures) {
        return pictures.stream()
                .map(one -> shown(one, blobs.leaving(one).map(bytes -> bytes.length).orElse(0)))
                .toList();
    }

    private static Written.Shown shown(Picture picture, int size) {
        return new Written.Shown(picture.hash(), picture.mediaType(), size, picture.alt());
    }
}
