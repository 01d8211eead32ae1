package org.lisolo.ledger;

import java.util.Base64;

/** RFC 4648 section 4 with padding and zero trailing bits, so that bytes have one spelling only. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedLedgerException("not base64", e);
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedLedgerException("not canonical base64");
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
