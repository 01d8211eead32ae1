package org.lisolo.testkit;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows, reckoned apart from the server's way of doing it. */
public final class OneTimeCode {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimeCode() {}

    /** For a key as people type it, in groups of letters. */
    public static String now(String key) {
        return at(key, System.currentTimeMillis() / 30_000);
    }

    public static String at(String key, long step) {
        byte[] hash = hmac(bytes(key), ByteBuffer.allocate(8).putLong(step).array());
        int from = hash[19] & 15;
        BigInteger four = new BigInteger(1, Arrays.copyOfRange(hash, from, from + 4));
        long code = four.clearBit(31).longValueExact() % 1_000_000;
        return Long.toString(1_000_000 + code).substring(1);
    }

    private static byte[] bytes(String key) {
        String letters = key.replace(" ", "");
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < letters.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(LETTERS.indexOf(letters.charAt(i))));
        }
        byte[] padded = new byte[20];
        byte[] all = number.toByteArray();
        int length = Math.min(all.length, padded.length);
        System.arraycopy(all, all.length - length, padded, padded.length - length, length);
        return padded;
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
