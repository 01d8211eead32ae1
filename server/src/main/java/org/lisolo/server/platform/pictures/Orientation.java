package org.lisolo.server.platform.pictures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held (EXIF 2.32, tag 0x0112): a picture is turned upright before all that the
 * camera wrote beside it is thrown away.
 */
public record Orientation(int code) {
    private static final int TAG = 0x0112;

    public static Orientation of(byte[] jpeg) {
        try {
            return new Orientation(find(ByteBuffer.wrap(jpeg), jpeg));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            return new Orientation(1); // cut off: as it lies
        }
    }

    /** Through the segments of a JPEG up to its pixels. */
    private static int find(ByteBuffer file, byte[] bytes) {
        if (file.getShort() != (short) 0xFFD8) {
            return 1;
        }
        while (file.remaining() > 4) {
            int marker = file.getShort() & 0xFFFF;
            int length = file.getShort() & 0xFFFF;
            if (marker == 0xFFDA || (marker & 0xFF00) != 0xFF00 || length < 2) {
                return 1;
            }
            int start = file.position();
            if (marker == 0xFFE1 && isExif(bytes, start)) {
                return inTiff(file.slice(start + 6, length - 8));
            }
            file.position(start + length - 2);
        }
        return 1;
    }

    private static boolean isExif(byte[] bytes, int at) {
        return at + 6 <= bytes.length
                && new String(bytes, at, 6, StandardCharsets.ISO_8859_1).equals("Exif\0\0");
    }

    private static int inTiff(ByteBuffer tiff) {
        boolean little = tiff.getShort(0) == 0x4949;
        tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(tiff.getShort(directory) & 0xFFFF, 200);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int code = tiff.getShort(entry + 8);
                return code >= 1 && code <= 8 ? code : 1;
            }
        }
        return 1;
    }

    public BufferedImage turn(BufferedImage image) {
        if (code == 1) {
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lies = code >= 5;
        var turned = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawImage(image, transform(w, h), null);
        canvas.dispose();
        return turned;
    }

    private AffineTransform transform(int w, int h) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
