package org.lisolo.server.people;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an authenticator app and we both know, from which both make a code of six digits every 30
 * seconds: TOTP (RFC 6238) with HMAC-SHA-1, the one form that every app understands.
 */
public final class TotpSecret {
    /** RFC 4226 section 4 advises 160 bits. */
    private static final int BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** A phone's clock may be off, and typing takes a while: one step before and after. */
    private static final int DRIFT = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] key;

    private TotpSecret(byte[] key) {
        this.key = key.clone();
    }

    static TotpSecret of(byte[] key) {
        return new TotpSecret(key);
    }

    /**
     * A new one.
     *
     * @param random one that nobody can foretell
     */
    public static TotpSecret random(RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new TotpSecret(key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /** The number of whole steps since 1970. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code that an app shows during this step. */
    String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-1", e);
        }
    }

    /** The step of which this is the code, if that is now or next to now. */
    OptionalLong stepOf(String typed, Instant now) {
        byte[] shown = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), shown)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** As it is typed into an app by hand (RFC 4648 section 6). */
    public String base32() {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : key) {
            held = ((held << 8) | (one & 0xff)) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 0x1f));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (5 - bits)) & 0x1f));
        }
        return text.toString();
    }

    /** What an app reads from a QR code or a link. */
    String address(String account) {
        return "otpauth://totp/Lisolo:"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret="
                + base32()
                + "&issuer=Lisolo";
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "a TOTP secret";
    }
}
