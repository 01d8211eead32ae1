package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.Cut;
import org.lisolo.server.platform.pictures.PictureDrawer;
import org.springframework.stereotype.Service;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of people and places: drawn anew in two sizes, so that nothing but the pixels is left of
 * what was sent, and named by their bytes, so that a name never means another picture.
 */
@Service
class Photos {
    static final int SMALL = 96;
    static final int LARGE = 480;
    private static final Cut MIDDLE = new Cut(Cut.Shape.SQUARE, 50, 50);

    /** So much would be a picture of noise. */
    private static final int MOST_BYTES = 200_000;

    private final PhotoStore store;
    private final PictureDrawer drawer;
    private final Clock clock;

    Photos(PhotoStore store, PictureDrawer drawer, Clock clock) {
        this.store = store;
        this.drawer = drawer;
        this.clock = clock;
    }

    static String path(String name, int size) {
        return DirectoryForm.PATH + "/photos/" + name + "/" + size;
    }

    /**
     * Takes a picture in.
     *
     * @return its name
     * @throws Problem at the field {@code photo}, if it is no picture that can be shown
     */
    String keep(byte[] sent) {
        byte[] large = drawn(sent, Cut.WHOLE, LARGE);
        byte[] small = drawn(sent, MIDDLE, SMALL);
        String name = hash(large).substring(0, 32);
        store.keep(name, LARGE, large, clock.instant());
        store.keep(name, SMALL, small, clock.instant());
        return name;
    }

    private byte[] drawn(byte[] sent, Cut cut, int side) {
        try {
            return drawer.draw(sent, cut, List.of(side), MOST_BYTES).getFirst().jpeg();
        } catch (Problem problem) {
            throw problem.atField("photo");
        }
    }

    /** One that a public entry shows, or one of the organisation's own. */
    Optional<byte[]> find(String name, int size, @Nullable SignedIn who) {
        return store.find(name, size, Optional.ofNullable(who).map(SignedIn::organisation));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
