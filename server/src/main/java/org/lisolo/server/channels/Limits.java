package org.lisolo.server.channels;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What a network takes. Build one by {@link #of} and the methods that say more.
 *
 * @param characters of one message at most
 * @param counting how the network counts them
 * @param bytes of one message's UTF-8 at most, whatever its characters
 * @param titled whether it has a place for a title of its own
 * @param pictures that it shows with a message
 * @param edits whether what was said can be changed there
 * @param replies whether a message can be answered there
 * @param keyed whether it takes a key of ours, so that the same again makes nothing twice; else it
 *     is asked before a second try
 * @param pace between two messages at least
 */
public record Limits(
        int characters,
        Counting counting,
        int bytes,
        boolean titled,
        Pictures pictures,
        boolean edits,
        boolean replies,
        boolean keyed,
        Duration pace) {

    /** How a network counts. */
    public enum Counting {
        /** As a reader counts (grapheme clusters of Unicode). */
        GRAPHEMES {
            @Override
            public int of(String text) {
                BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
                characters.setText(text);
                int count = 0;
                while (characters.next() != BreakIterator.DONE) {
                    count++;
                }
                return count;
            }
        },
        CODE_POINTS {
            @Override
            public int of(String text) {
                return text.codePointCount(0, text.length());
            }
        };

        public abstract int of(String text);
    }

    /**
     * Pictures of one message.
     *
     * @param most none are shown if 0
     * @param bytes of one
     * @param mediaTypes such as {@code image/png}
     * @param alt characters that describe one
     */
    public record Pictures(int most, int bytes, Set<String> mediaTypes, int alt) {
        public static final Pictures NONE = new Pictures(0, 0, Set.of(), 0);

        public Pictures {
            mediaTypes = Set.copyOf(mediaTypes);
        }
    }

    /** Words alone, which can be changed and not answered, as fast as one likes. */
    public static Limits of(int characters, Counting counting) {
        return new Limits(
                characters,
                counting,
                Integer.MAX_VALUE,
                false,
                Pictures.NONE,
                true,
                false,
                true,
                Duration.ZERO);
    }

    public Limits withBytes(int most) {
        return new Limits(
                characters, counting, most, titled, pictures, edits, replies, keyed, pace);
    }

    public Limits withTitle() {
        return new Limits(characters, counting, bytes, true, pictures, edits, replies, keyed, pace);
    }

    public Limits withPictures(Pictures shown) {
        return new Limits(characters, counting, bytes, titled, shown, edits, replies, keyed, pace);
    }

    public Limits withReplies() {
        return new Limits(characters, counting, bytes, titled, pictures, edits, true, keyed, pace);
    }

    public Limits withoutEdits() {
        return new Limits(
                characters, counting, bytes, titled, pictures, false, replies, keyed, pace);
    }

    public Limits withoutKey() {
        return new Limits(
                characters, counting, bytes, titled, pictures, edits, replies, false, pace);
    }

    public Limits withPace(Duration between) {
        return new Limits(
                characters, counting, bytes, titled, pictures, edits, replies, keyed, between);
    }

    /** How many characters the network counts. */
    public int count(String text) {
        return counting.of(text);
    }

    /** Whether it takes this as one message. */
    public boolean takes(String text) {
        return tooLongBy(text) == 0;
    }

    /** How many characters it is too long by, of bytes if there it is only bytes; 0 if it fits. */
    public int tooLongBy(String text) {
        int more = Math.max(0, count(text) - characters);
        return more > 0 ? more : Math.max(0, bytesOf(text) - bytes);
    }

    private static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
