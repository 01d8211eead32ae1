package org.lisolo.bench.rules;

import org.lisolo.screening.Post;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.screening.Screener;

import java.util.ArrayList;
import java.util.List;

/** Lisolo: rules with offsets. */
final class LisoloEngine implements Engine {
    private final Screener screener;

    LisoloEngine(RuleSet rules) {
        this.screener = rules.screener();
    }

    static RuleSet compile(List<String> queries) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            rules.add(new Rule("r%06d".formatted(i), queries.get(i)));
        }
        return RuleSet.compile(rules);
    }

    @Override
    public String name() {
        return "lisolo";
    }

    @Override
    public long screen(List<Post> posts, List<byte[]> bytes) {
        long hits = 0;
        long places = 0;
        for (Post post : posts) {
            int matches = screener.screen(post);
            hits += matches;
            for (int i = 0; i < matches; i++) {
                places += screener.spanTo(i) - screener.spanFrom(i);
            }
        }
        return places < 0 ? -1 : hits;
    }
}
