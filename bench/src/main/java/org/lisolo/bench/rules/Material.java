package org.lisolo.bench.rules;

import org.lisolo.screening.Post;
import org.lisolo.screening.Words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Posts of 120 to 150 bytes cut from the shared texts, and rules made of their words. */
final class Material {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Random random;
    private final List<Post> posts = new ArrayList<>();
    private final List<List<String>> postWords = new ArrayList<>();
    private final List<String> rareWords = new ArrayList<>();

    /**
     * Reads {@code social/*.jsonl} and the French of {@code langid}.
     *
     * @param texts the folder of texts in the shared data
     */
    Material(Path texts, int count, long seed) throws IOException {
        random = new Random(seed);
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(texts, 2)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*(social/.*|fra_Latn)\\.jsonl"))
                            .sorted()
                            .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        Collections.shuffle(lines, random);
        StringBuilder post = new StringBuilder();
        for (String line : lines) {
            for (String word : SPACES.splitAsStream(text(line)).toList()) {
                post.append(post.isEmpty() ? "" : " ").append(word);
                int bytes = post.toString().getBytes(StandardCharsets.UTF_8).length;
                if (bytes >= 120) {
                    if (bytes <= 150 && posts.size() < count) {
                        posts.add(Post.of(post.toString()));
                    }
                    post.setLength(0);
                }
            }
        }
        countWords();
    }

    private static String text(String json) {
        int start = json.indexOf("\"text\": \"") + 9;
        int end = json.indexOf("\", \"", start);
        return json.substring(start, end < 0 ? json.length() - 2 : end)
                .replace("\\\"", "\"")
                .replace("\\n", " ");
    }

    /** Words of four letters or more that are no more than one of 2,000. */
    private void countWords() {
        Map<String, Integer> counts = new HashMap<>();
        long all = 0;
        for (Post post : posts) {
            List<String> words =
                    Words.of(post.text()).list().stream().map(w -> w.folded()).toList();
            postWords.add(words);
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
            all += words.size();
        }
        long most = all / 2000;
        counts.forEach(
                (word, times) -> {
                    if (times <= most && word.matches("[a-z]{4,20}")) {
                        rareWords.add(word);
                    }
                });
        Collections.sort(rareWords);
    }

    List<Post> posts() {
        return posts;
    }

    /** Rules of one to four terms in the shares of {@link Shape}. */
    List<Shape> rules(int count) {
        List<Shape> rules = new ArrayList<>();
        while (rules.size() < count) {
            rules.add(rule());
        }
        return rules;
    }

    private String word() {
        return rareWords.get(random.nextInt(rareWords.size()));
    }

    private Shape rule() {
        int share = random.nextInt(100);
        if (share < 40) {
            return new Shape.Word(word());
        } else if (share < 55) {
            return new Shape.All(List.of(word(), word()));
        } else if (share < 65) {
            return new Shape.Any(List.of(word(), word(), word()));
        } else if (share < 75) {
            return phrase();
        } else if (share < 85) {
            return new Shape.Near(word(), word(), 5);
        } else if (share < 90) {
            String word = word();
            return new Shape.Prefix(word.substring(0, Math.max(4, word.length() - 2)));
        } else if (share < 95) {
            return new Shape.Without(word(), word());
        }
        return new Shape.AnyAndAny(List.of(word(), word()), List.of(word(), word()));
    }

    /** Two words that follow each other somewhere. */
    private Shape phrase() {
        while (true) {
            List<String> words = postWords.get(random.nextInt(postWords.size()));
            if (words.size() > 2) {
                int at = random.nextInt(words.size() - 1);
                if (words.get(at).matches("[a-z]{4,20}")
                        && words.get(at + 1).matches("[a-z]{2,20}")) {
                    return new Shape.Phrase(words.get(at), words.get(at + 1));
                }
            }
        }
    }
}
