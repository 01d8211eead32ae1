package org.lisolo.bench.rules;

import java.util.ArrayList;
import java.util.List;

/** A rule before it is written in the language of an engine; words are folded ASCII. */
sealed interface Shape {
    /** As Lisolo writes it. */
    String query();

    /** Every word, for engines that only know words. */
    List<String> words();

    record Word(String word) implements Shape {
        @Override
        public String query() {
            return word;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }
    }

    record All(List<String> words) implements Shape {
        @Override
        public String query() {
            return String.join(" AND ", words);
        }
    }

    record Any(List<String> words) implements Shape {
        @Override
        public String query() {
            return String.join(" OR ", words);
        }
    }

    record Phrase(String first, String second) implements Shape {
        @Override
        public String query() {
            return "\"" + first + " " + second + "\"";
        }

        @Override
        public List<String> words() {
            return List.of(first, second);
        }
    }

    record Near(String left, String right, int within) implements Shape {
        @Override
        public String query() {
            return left + " NEAR/" + within + " " + right;
        }

        @Override
        public List<String> words() {
            return List.of(left, right);
        }
    }

    record Prefix(String stem) implements Shape {
        @Override
        public String query() {
            return stem + "*";
        }

        @Override
        public List<String> words() {
            return List.of(stem);
        }
    }

    record Without(String wanted, String unwanted) implements Shape {
        @Override
        public String query() {
            return wanted + " AND NOT " + unwanted;
        }

        @Override
        public List<String> words() {
            return List.of(wanted, unwanted);
        }
    }

    record AnyAndAny(List<String> left, List<String> right) implements Shape {
        @Override
        public String query() {
            return "(" + String.join(" OR ", left) + ") AND (" + String.join(" OR ", right) + ")";
        }

        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(left);
            words.addAll(right);
            return words;
        }
    }
}
