package org.lisolo.server.platform.pictures;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is kept of a picture.
 *
 * @param x where the middle of what matters lies from the left, in hundredths
 * @param y the same from the top
 * @param size hundredths of the largest part of this shape that the picture has
 */
public record Cut(Shape shape, int x, int y, int size) {
    public static final Cut WHOLE = new Cut(Shape.WHOLE, 50, 50);

    /** Less would be a few coarse dots. */
    private static final int SMALLEST = 20;

    public Cut {
        x = Math.clamp(x, 0, 100);
        y = Math.clamp(y, 0, 100);
        size = Math.clamp(size, SMALLEST, 100);
    }

    /** As large as the picture allows. */
    public Cut(Shape shape, int x, int y) {
        this(shape, x, y, 100);
    }

    /** As wide as high, or how else. */
    public enum Shape {
        WHOLE(0, 0),
        SQUARE(1, 1),
        /** As most networks show a link. */
        LANDSCAPE(16, 9),
        PORTRAIT(4, 5);

        private final int wide;
        private final int high;

        Shape(int wide, int high) {
            this.wide = wide;
            this.high = high;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Its width over its height, as {@code 16/9}; empty if it is the picture's own. */
        public String ratio() {
            return this == WHOLE ? "" : wide + "/" + high;
        }

        public static Shape ofKey(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElse(WHOLE);
        }
    }

    /** The part of a picture of this size: left, top, width, height. */
    int[] of(int width, int height) {
        if (shape == Shape.WHOLE) {
            return new int[] {0, 0, width, height};
        }
        int wide = width;
        int high = (int) Math.round((double) width * shape.high / shape.wide);
        if (high > height) {
            high = height;
            wide = (int) Math.round((double) height * shape.wide / shape.high);
        }
        wide = Math.clamp(Math.round(wide * size / 100.0), 1, width);
        high = Math.clamp(Math.round(high * size / 100.0), 1, height);
        return new int[] {place(x, width, wide), place(y, height, high), wide, high};
    }

    private static int place(int hundredths, int whole, int part) {
        return Math.clamp(Math.round(whole * hundredths / 100.0 - part / 2.0), 0, whole - part);
    }
}
