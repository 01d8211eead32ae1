package org.lisolo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people wrote, from the shared texts: {@code social/*.jsonl} and the French of langid. */
final class SharedTexts {
    private static final Pattern TEXT = Pattern.compile("\"text\": \"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private SharedTexts() {}

    static List<String> read(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*(social/.*|fra_Latn)\\.jsonl"))
                            .sorted()
                            .toList()) {
                for (String line : Files.readAllLines(file)) {
                    Matcher text = TEXT.matcher(line);
                    if (text.find() && !text.group(1).isBlank()) {
                        texts.add(text.group(1).replace("\\\"", "\"").replace("\\n", " "));
                    }
                }
            }
        }
        return texts;
    }
}
