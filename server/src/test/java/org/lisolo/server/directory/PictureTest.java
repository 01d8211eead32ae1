package org.lisolo.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/** Pictures from strangers: what is shown is drawn anew, what is hostile is refused in time. */
class PictureTest {
    @Test
    void readsJpegPngAndWebp() throws IOException {
        assertThat(PictureReader.read(bytes("jpeg", picture(200, 100))).getWidth()).isEqualTo(200);
        assertThat(PictureReader.read(bytes("png", picture(100, 200))).getHeight()).isEqualTo(200);
    }

    @Test
    void turnsUprightWhatTheCameraHeldSideways() throws IOException {
        BufferedImage lying = picture(200, 100);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 30; x++) {
                lying.setRGB(x, y, Color.RED.getRGB());
            }
        }
        BufferedImage upright = PictureReader.read(Pictures.withExif(bytes("jpeg", lying), 6));
        assertThat(upright.getWidth()).isEqualTo(100);
        assertThat(upright.getHeight()).isEqualTo(200);
        assertThat(new Color(upright.getRGB(50, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(50, 10)).getBlue()).isLessThan(80);
    }

    @Test
    void refusesOtherFormatsWhateverTheyAreCalled() throws IOException {
        for (String format : List.of("gif", "bmp", "tiff")) {
            assertRefused(bytes(format, picture(100, 100)), "format");
        }
        assertRefused("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "format");
        assertRefused(new byte[0], "format");
        assertRefused(bytes("png", picture(10, 10)), "small");
    }

    @Test
    void looksAtTheSizeBeforeAPixel() {
        long before = System.nanoTime();
        assertRefused(Pictures.thatClaims(50_000, 50_000), "pixels");
        assertRefused(Pictures.thatClaims(11_000, 11_000), "pixels");
        assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
    }

    @Test
    void refusesWhatIsBrokenOrCutOff() throws IOException {
        byte[] whole = bytes("jpeg", picture(300, 300));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] broken = Arrays.copyOf(whole, 20 + random.nextInt(whole.length - 20));
            for (int j = 0; j < 5; j++) {
                broken[3 + random.nextInt(broken.length - 3)] = (byte) random.nextInt();
            }
            try {
                PictureReader.read(broken);
            } catch (Problem refused) {
                assertThat(refused.code()).startsWith("directory.problem.photo.");
            }
        }
    }

    static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, new Color(40, 90 + x % 100, 160).getRGB());
            }
        }
        return image;
    }

    static byte[] bytes(String format, BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).as(format).isTrue();
        return out.toByteArray();
    }

    private static void assertRefused(byte[] bytes, String why) {
        assertThatThrownBy(() -> PictureReader.read(bytes))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.code())
                                        .isEqualTo("directory.problem.photo." + why));
    }

    /** One pixel is too small to be taken; the smallest WebP that is read is 64 by 64. */
    @Test
    void knowsAWebpByItsBytes() {
        byte[] tiny =
                Base64.getDecoder()
                        .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
        assertRefused(tiny, "small");
    }
}
