package org.lisolo.server.channels.bluesky;

import java.util.UUID;

/**
 * The key of a record that is made of a parcel's id: the same at every try, so that nothing stands
 * there twice. It has the form that posts need (atproto's specification "TID": 53 bits of
 * microseconds and 10 more, in 13 signs that sort as the time does); of the microseconds the
 * parcel's id knows the thousands, the rest is as random as the id.
 */
final class Tid {
    private static final String SIGNS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS_A_SIGN = 5;

    private Tid() {}

    /**
     * The key.
     *
     * @param parcel a UUID of version 7
     */
    static String of(UUID parcel) {
        long millis = parcel.getMostSignificantBits() >>> 16;
        long random = parcel.getLeastSignificantBits();
        long micros = millis * 1_000 + Long.remainderUnsigned(random, 1_000);
        long bits = ((micros & ((1L << 53) - 1)) << 10) | ((random >>> 20) & 0x3ff);
        char[] signs = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            signs[i] = SIGNS.charAt((int) (bits & 0x1f));
            bits >>>= BITS_A_SIGN;
        }
        return new String(signs);
    }
}
