package org.lisolo.server.channels.intake;

/** Text in which what can't be seen, or would turn the rest around, is shown by its number. */
final class VisibleText {
    private VisibleText() {}

    /** At most so many characters of it. */
    static String of(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), longest);
        for (int i = 0; i < end; ) {
            int c = text.codePointAt(i);
            if (isSeen(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("‹U+%04X›".formatted(c));
            }
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    private static boolean isSeen(int c) {
        if (c == '\n' || c == '\t' || c == 0x200D) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
