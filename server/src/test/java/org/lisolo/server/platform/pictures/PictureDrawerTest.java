package org.lisolo.server.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/** What is shown is drawn anew by a process of its own; what is hostile is refused there. */
class PictureDrawerTest {
    private static final int MOST = 900_000;

    private final PictureDrawer drawer = new PictureDrawer();

    @AfterEach
    void leaveNothing() {
        drawer.close();
    }

    private List<Drawn> draw(byte[] sent, Cut cut) {
        return drawer.draw(sent, cut, List.of(1_600, 640), MOST);
    }

    private static BufferedImage seen(Drawn drawn) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(drawn.jpeg()));
        assertThat(image.getWidth()).isEqualTo(drawn.width());
        assertThat(image.getHeight()).isEqualTo(drawn.height());
        return image;
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 180 && colour.getBlue() < 90;
    }

    @Test
    void nothingButThePixelsIsLeftNeitherThePlaceNorWhatHangsBehind() throws IOException {
        byte[] sent = Pictures.fromAPhone(800, 600, 1);
        byte[] page = "PK\3\4<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] polyglot = Arrays.copyOf(sent, sent.length + page.length);
        System.arraycopy(page, 0, polyglot, sent.length, page.length);
        assertThat(latin(polyglot)).contains("SECRETPLACE", "Exif", "<script>");
        for (Drawn drawn : draw(polyglot, Cut.WHOLE)) {
            assertThat(latin(drawn.jpeg()))
                    .doesNotContain("SECRETPLACE", "GPS", "Exif", "<script>", "PK\3\4");
            seen(drawn);
        }
    }

    private static final byte[] WEBP_OF_ONE_DOT =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void turnsUprightAndMakesItSmaller() throws IOException {
        List<Drawn> drawn = draw(Pictures.fromAPhone(2_400, 1_200, 6), Cut.WHOLE);
        assertThat(drawn.getFirst().width()).isEqualTo(800);
        assertThat(drawn.getFirst().height()).isEqualTo(1_600);
        assertThat(drawn.getLast().height()).isEqualTo(640);
        assertThat(isRed(seen(drawn.getLast()), 160, 30)).as("the left is above").isTrue();
    }

    @Test
    void cutsAroundWhatMatters() throws IOException {
        byte[] sent = Pictures.bytes("png", Pictures.redAndBlue(1_000, 400));
        Drawn left = draw(sent, new Cut(Cut.Shape.SQUARE, 15, 50)).getFirst();
        assertThat(left.width()).isEqualTo(400);
        assertThat(left.height()).isEqualTo(400);
        assertThat(isRed(seen(left), 390, 200)).isTrue();
        Drawn right = draw(sent, new Cut(Cut.Shape.PORTRAIT, 85, 50)).getFirst();
        assertThat(right.width()).isEqualTo(320);
        assertThat(isRed(seen(right), 5, 200)).isFalse();
        Drawn close = draw(sent, new Cut(Cut.Shape.SQUARE, 50, 50, 50)).getFirst();
        assertThat(close.width()).isEqualTo(200);
        assertThat(isRed(seen(close), 90, 100)).isTrue();
        assertThat(isRed(seen(close), 110, 100)).isFalse();
    }

    @Test
    void theSamePictureCutTheSameHasTheSameBytes() {
        byte[] sent = Pictures.fromAPhone(500, 400, 1);
        assertThat(draw(sent, Cut.WHOLE).getFirst().jpeg())
                .isEqualTo(draw(sent, Cut.WHOLE).getFirst().jpeg())
                .isNotEqualTo(draw(sent, new Cut(Cut.Shape.SQUARE, 50, 50)).getFirst().jpeg());
    }

    @Test
    void refusesWhatIsNoPictureAndSaysWhy() {
        refused("<svg xmlns='x' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), "format");
        refused(Pictures.bytes("gif", Pictures.redAndBlue(100, 100)), "format");
        refused("GIF89a/*\377\330\377*/=1;".getBytes(StandardCharsets.ISO_8859_1), "format");
        refused(new byte[0], "format");
        refused(Pictures.bytes("png", Pictures.redAndBlue(10, 10)), "small");
        refused(new byte[PictureDrawer.MOST_BYTES + 1], "large");
        refused(WEBP_OF_ONE_DOT, "small");
    }

    @Test
    void aBombIsNotUnpacked() {
        refused(Pictures.thatClaims(50_000, 50_000), "pixels");
        refused(Pictures.thatClaims(11_000, 11_000), "pixels");
        refused(Pictures.thatClaims(4_000, 4_000), "unreadable");
    }

    @Test
    void whatIsBrokenIsRefusedOrDrawnAndNeverHarms() {
        byte[] whole = Pictures.bytes("jpeg", Pictures.redAndBlue(300, 300));
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            byte[] broken = Arrays.copyOf(whole, 20 + random.nextInt(whole.length - 20));
            for (int j = 0; j < 5; j++) {
                broken[3 + random.nextInt(broken.length - 3)] = (byte) random.nextInt();
            }
            try {
                draw(broken, Cut.WHOLE);
            } catch (Problem refused) {
                assertThat(refused.code()).startsWith("pictures.problem.");
            }
        }
    }

    @Test
    void whatIsFullOfNoiseStillFits() {
        var image = new BufferedImage(1_600, 1_600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < 1_600; y++) {
            for (int x = 0; x < 1_600; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        assertThat(draw(Pictures.bytes("jpeg", image), Cut.WHOLE).getFirst().jpeg().length)
                .isLessThanOrEqualTo(MOST);
    }

    private void refused(byte[] sent, String why) {
        assertThatThrownBy(() -> draw(sent, Cut.WHOLE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo("pictures.problem." + why));
    }
}
