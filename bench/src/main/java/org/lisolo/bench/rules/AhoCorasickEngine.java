package org.lisolo.bench.rules;

import org.ahocorasick.trie.Trie;
import org.lisolo.screening.Post;

import java.util.List;

/** org.ahocorasick: finds words, whatever their case; not the bounds of words. */
final class AhoCorasickEngine implements Engine {
    private final Trie trie;

    AhoCorasickEngine(List<String> words) {
        trie = Trie.builder().ignoreCase().addKeywords(words).build();
    }

    @Override
    public String name() {
        return "(b) org.ahocorasick";
    }

    @Override
    public long screen(List<Post> posts, List<byte[]> bytes) {
        long hits = 0;
        for (Post post : posts) {
            hits += trie.parseText(post.text()).size();
        }
        return hits;
    }
}
