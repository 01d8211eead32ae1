package org.lisolo.cli.screening;

import picocli.CommandLine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a collection of texts: what a model may learn from, and what it is judged by. The
 * texts are dealt into folds by SHA-256 of their key, which texts made from the same sentence
 * share, so that they are on the same side.
 */
record Part(int fold, int folds, boolean without) {
    static final Part ALL = new Part(0, 0, false);

    private static final Pattern NAMED = Pattern.compile("(not-)?(\\d+)of(\\d+)");
    private static final Pattern VARIANT = Pattern.compile("-drc\\d+$");

    /** As it is said at the command line. */
    static final class Converter implements CommandLine.ITypeConverter<Part> {
        @Override
        public Part convert(String value) {
            Matcher named = NAMED.matcher(value);
            if (named.matches()) {
                int fold = Integer.parseInt(named.group(2)) - 1;
                int folds = Integer.parseInt(named.group(3));
                if (fold >= 0 && fold < folds) {
                    return new Part(fold, folds, named.group(1) != null);
                }
            }
            return switch (value) {
                case "all" -> ALL;
                case "learning" -> new Part(0, 2, false);
                case "heldout" -> new Part(1, 2, false);
                default ->
                        throw new CommandLine.TypeConversionException(
                                "all, learning, heldout, or as 2of5 or not-2of5");
            };
        }
    }

    boolean has(String key) {
        return folds == 0 || (fold(key, folds) == fold) != without;
    }

    /** In which fold a text is, from 0. */
    static int fold(String id, int folds) {
        String key = VARIANT.matcher(id).replaceAll("");
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            int number = ByteBuffer.wrap(hash).getInt();
            return folds == 2 ? number >>> 31 : Integer.remainderUnsigned(number, folds);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
