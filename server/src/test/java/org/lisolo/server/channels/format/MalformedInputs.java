package org.lisolo.server.channels.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Payloads that something is wrong with, or strange about, made from good ones by a seeded random
 * choice: cut off, wrong types, huge, deep, bytes that are no UTF-8, NUL, bidirectional controls,
 * right-to-left, emoji, tone marks, keys that stand twice, numbers out of range. None holds a line
 * break, so each is one line of a stream.
 */
public final class MalformedInputs {
    private static final List<String> GOOD =
            List.of(
                    "{\"event\":\"create\",\"id\":\"m1\",\"author\":{\"id\":\"a\",\"name\":\"Awa\"},\"text\":\"Mbote\",\"attachments\":[{\"mediaType\":\"image/png\",\"bytes\":\"TQ==\"}]}",
                    "{\"event\":\"edit\",\"id\":\"m1\",\"author\":{\"id\":\"a\"},\"text\":\"Mbote\",\"happenedAt\":\"2026-03-12T14:05:00Z\"}",
                    "{\"type\":\"Create\",\"actor\":\"https://m/users/a\",\"to\":[\"as:Public\"],\"object\":{\"type\":\"Note\",\"id\":\"https://m/1\",\"content\":\"<p>Mbote"
                        + " <b>na</b></p>\",\"contentMap\":{\"ln\":\"<p>Mbote</p>\"},\"attachment\":[{\"type\":\"Image\",\"url\":\"https://m/1.png\",\"name\":\"x\"}],\"inReplyTo\":\"https://m/0\",\"published\":\"2026-03-12T14:05:00Z\"}}",
                    "{\"type\":\"Announce\",\"id\":\"https://m/2\",\"actor\":\"https://m/c/a\",\"object\":{\"type\":\"Delete\",\"actor\":\"https://m/users/a\",\"object\":{\"type\":\"Tombstone\",\"id\":\"https://m/1\"}}}",
                    "{\"type\":\"Question\",\"id\":\"https://m/3\",\"oneOf\":[{\"name\":\"oui\"},{\"name\":\"non\"}],\"attributedTo\":[{\"type\":\"Person\",\"id\":\"https://m/users/a\"}]}",
                    "{\"did\":\"did:plc:a\",\"time_us\":1783175888094841,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"3k\",\"record\":{\"text\":\"Mbote\",\"langs\":[\"ln\"],\"facets\":[{\"index\":{\"byteStart\":0,\"byteEnd\":5},\"features\":[{\"uri\":\"https://x\"}]}],\"embed\":{\"images\":[{\"alt\":\"x\",\"image\":{\"ref\":{\"$link\":\"b\"}}}]}}}}",
                    "{\"$type\":\"app.bsky.feed.defs#postView\",\"uri\":\"at://did:plc:a/app.bsky.feed.post/1\",\"record\":{\"text\":\"a\"},\"author\":{\"did\":\"did:plc:a\"}}");
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[]]",
                    "-1",
                    "1e999",
                    "0.1e-999",
                    "99999999999999999999999999",
                    "1".repeat(500),
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\u202Etxet\u2066\"",
                    "\"سلام עולם\"",
                    "\"👩‍⚕️🇨🇩\"",
                    "\"mɔ́ndélé, Nzámbe, bǎndeko\"",
                    "\"\\u202e\\u2028\"",
                    "\"<script>alert(1)</script>\"",
                    "\"9999-99-99T99:99:99Z\"",
                    "NaN",
                    "'a'",
                    "{\"a\":{\"b\":[{}]}}");

    private MalformedInputs() {}

    public static List<byte[]> make(int count, long seed) {
        Random random = new Random(seed);
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String good = GOOD.get(random.nextInt(GOOD.size()));
            inputs.add(make(i % 11, good, random));
        }
        return inputs;
    }

    private static byte[] make(int way, String good, Random random) {
        return switch (way) {
            case 0 -> utf8(good.substring(0, random.nextInt(1, good.length())));
            case 1, 2, 3 -> utf8(withOtherValue(good, random));
            case 4 ->
                    utf8(
                            good.replaceFirst(
                                    "Mbote|https://m/1", "x".repeat(random.nextInt(900_000))));
            case 5 -> utf8("{\"a\":".repeat(random.nextInt(50, 20_000)) + good);
            case 6 -> flipped(utf8(good), random);
            case 7 -> inserted(utf8(good), random);
            case 8 -> utf8("{" + good.substring(1, good.length() - 1) + "," + good.substring(1));
            case 9 -> utf8(withoutPart(good, random));
            default -> noise(random);
        };
    }

    private static String withOtherValue(String good, Random random) {
        List<Integer> starts = new ArrayList<>();
        for (int i = good.indexOf("\":"); i >= 0; i = good.indexOf("\":", i + 1)) {
            starts.add(i + 2);
        }
        int start = starts.get(random.nextInt(starts.size()));
        int end = start;
        while (end < good.length() && ",}]".indexOf(good.charAt(end)) < 0) {
            end++;
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return good.substring(0, start) + value + good.substring(end);
    }

    private static String withoutPart(String good, Random random) {
        int from = random.nextInt(good.length());
        int to = random.nextInt(from, good.length());
        return good.substring(0, from) + good.substring(to);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = strange(random);
        }
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(bytes.length);
        out.write(bytes, 0, at);
        out.write(strange(random));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** NUL, a lonely continuation, overlong, beyond Unicode, half a surrogate, or any. */
    private static byte strange(Random random) {
        byte[] strange = {0, (byte) 0x80, (byte) 0xC0, (byte) 0xF8, (byte) 0xED, (byte) 0xFF};
        return strange[random.nextInt(strange.length)];
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(1, 2_000)];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            if (noise[i] == '\n' || noise[i] == '\r' || noise[i] == ' ' || noise[i] == '\t') {
                noise[i] = 'x';
            }
        }
        return noise;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
