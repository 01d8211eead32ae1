package org.lisolo.cli.screening;

/** Turns offsets in UTF-16 units into offsets in Unicode code points. */
final class CodePoints {
    private int[] before = new int[256];
    private boolean plain;

    void read(String text) {
        plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !Character.isSurrogate(text.charAt(i));
        }
        if (plain) {
            return;
        }
        if (before.length <= text.length()) {
            before = new int[text.length() * 2];
        }
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            before[i] = count;
            boolean pairGoesOn =
                    Character.isHighSurrogate(text.charAt(i))
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            count += pairGoesOn ? 0 : 1;
        }
        before[text.length()] = count;
    }

    /** How many code points stand before a unit of the text read last. */
    int before(int unit) {
        return plain ? unit : before[unit];
    }
}
