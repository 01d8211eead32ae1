package org.lisolo.server.platform.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A process of its own, started by {@link PictureDrawer} with little memory: reads one picture from
 * its input, draws it anew in some sizes and writes these, or why not. What a decoder does with
 * hostile bytes stays in here. It knows the JDK, the reader of WebP and this package alone.
 */
final class PictureProcess {
    static final String DRAWN = "drawn";

    private static final int MOST_SIDE = 12_000;
    private static final int LEAST_SIDE = 64;
    private static final int MOST_PIXELS = 24_000_000;

    private PictureProcess() {}

    /** Why a picture is not drawn. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(System.out);
        var cut =
                new Cut(Cut.Shape.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readInt());
        int[] sides = new int[in.readInt()];
        for (int i = 0; i < sides.length; i++) {
            sides[i] = in.readInt();
        }
        int most = in.readInt();
        byte[] sent = in.readNBytes(in.readInt());
        try {
            answer(sent, cut, sides, most, out);
        } catch (Refused refused) {
            out.writeUTF(String.valueOf(refused.getMessage()));
        } catch (IOException | RuntimeException | OutOfMemoryError _) {
            // whatever a decoder throws at broken bytes is a refusal
            out.writeUTF("unreadable");
        }
        out.flush();
    }

    private static void answer(byte[] sent, Cut cut, int[] sides, int most, DataOutputStream out)
            throws IOException, Refused {
        BufferedImage image = Orientation.of(sent).turn(decoded(sent, sides[0]));
        int[] part = cut.of(image.getWidth(), image.getHeight());
        BufferedImage kept = image.getSubimage(part[0], part[1], part[2], part[3]);
        var drawn = new ByteArrayOutputStream();
        var data = new DataOutputStream(drawn);
        for (int side : sides) {
            BufferedImage scaled = scaled(kept, side);
            byte[] jpeg = jpeg(scaled, most);
            data.writeInt(scaled.getWidth());
            data.writeInt(scaled.getHeight());
            data.writeInt(jpeg.length);
            data.write(jpeg);
        }
        out.writeUTF(DRAWN);
        drawn.writeTo(out);
    }

    /** Coarser than it was sent, as far as nothing of what is drawn is lost. */
    private static BufferedImage decoded(byte[] bytes, int wanted) throws IOException, Refused {
        ImageReader reader = reader(bytes);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < LEAST_SIDE || height < LEAST_SIDE) {
                throw new Refused("small");
            }
            if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new Refused("pixels");
            }
            ImageReadParam coarse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / wanted);
            coarse.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, coarse);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(byte[] bytes) throws IOException, Refused {
        return switch (PictureFormat.of(bytes)) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case OTHER -> throw new Refused("format");
        };
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        double scale = Math.min(1, side / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage drawn = image;
        // by halves, as one long step leaves out most pixels
        while (drawn.getWidth() / 2 > width && drawn.getHeight() / 2 > height) {
            drawn = draw(drawn, drawn.getWidth() / 2, drawn.getHeight() / 2);
        }
        return draw(drawn, width, height);
    }

    private static BufferedImage draw(BufferedImage image, int width, int height) {
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return canvas;
    }

    /** As good as fits into so many bytes. */
    private static byte[] jpeg(BufferedImage image, int most) throws IOException, Refused {
        for (float quality : new float[] {0.82f, 0.7f, 0.55f, 0.4f, 0.25f}) {
            byte[] bytes = jpeg(image, quality);
            if (bytes.length <= most) {
                return bytes;
            }
        }
        throw new Refused("pixels");
    }

    private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
