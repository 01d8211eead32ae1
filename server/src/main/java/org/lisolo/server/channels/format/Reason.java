package org.lisolo.server.channels.format;

import java.util.List;

/**
 * Why, as the code of a sentence in the message bundles ({@code channels.reason.} before it) and
 * what goes into it. The arguments are names and numbers, never what somebody wrote.
 */
public record Reason(String code, List<String> arguments) {
    private static final int LONGEST_ARGUMENT = 80;

    public Reason {
        arguments = arguments.stream().map(Reason::plain).toList();
    }

    public static Reason of(String code, String... arguments) {
        return new Reason(code, List.of(arguments));
    }

    /** Short and printable: names in foreign data may be long, or hold control characters. */
    private static String plain(String argument) {
        StringBuilder plain = new StringBuilder();
        argument.codePoints()
                .limit(LONGEST_ARGUMENT)
                .map(c -> printable(c) ? c : '\uFFFD')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean printable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
