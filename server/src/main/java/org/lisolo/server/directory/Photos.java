package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Service;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures of people and places: drawn anew in two sizes, so that nothing but the pixels is left of
 * what was sent, and named by their bytes, so that a name never means another picture.
 */
@Service
class Photos {
    static final int SMALL = 96;
    static final int LARGE = 480;
    private static final float QUALITY = 0.8f;

    private final PhotoStore store;
    private final Clock clock;

    Photos(PhotoStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    static String path(String name, int size) {
        return DirectoryForm.PATH + "/photos/" + name + "/" + size;
    }

    /**
     * Takes a picture in.
     *
     * @return its name
     * @throws org.lisolo.server.platform.Problem if it is no picture that can be shown
     */
    String keep(byte[] sent) {
        BufferedImage image = PictureReader.read(sent);
        byte[] large = jpeg(scaled(image, LARGE, false));
        byte[] small = jpeg(scaled(image, SMALL, true));
        String name = hash(large).substring(0, 32);
        store.keep(name, LARGE, large, clock.instant());
        store.keep(name, SMALL, small, clock.instant());
        return name;
    }

    /** One that a public entry shows, or one of the organisation's own. */
    Optional<byte[]> find(String name, int size, @Nullable SignedIn who) {
        return store.find(name, size, Optional.ofNullable(who).map(SignedIn::organisation));
    }

    /** The middle of it as a square, or all of it within a square. */
    private static BufferedImage scaled(BufferedImage image, int side, boolean cut) {
        int w = image.getWidth();
        int h = image.getHeight();
        double scale = side / (double) (cut ? Math.min(w, h) : Math.max(w, h));
        int drawnW = Math.max(1, (int) Math.round(w * scale));
        int drawnH = Math.max(1, (int) Math.round(h * scale));
        BufferedImage drawn = image;
        // by halves, as one long step leaves out most pixels
        while (drawn.getWidth() / 2 > drawnW && drawn.getHeight() / 2 > drawnH) {
            drawn = draw(drawn, drawn.getWidth() / 2, drawn.getHeight() / 2, 0, 0, 0);
        }
        return cut
                ? draw(drawn, drawnW, drawnH, side, (side - drawnW) / 2, (side - drawnH) / 2)
                : draw(drawn, drawnW, drawnH, 0, 0, 0);
    }

    private static BufferedImage draw(BufferedImage image, int w, int h, int side, int x, int y) {
        var canvas =
                new BufferedImage(
                        side == 0 ? w : side, side == 0 ? h : side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, x, y, w, h, null);
        pen.dispose();
        return canvas;
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
