package org.lisolo.bench.rules;

import org.lisolo.screening.Post;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.screening.Screener;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Lisolo: rules with offsets, on one thread or more. */
final class LisoloEngine implements Engine {
    private final List<Screener> screeners = new ArrayList<>();
    private long processorNanos;

    LisoloEngine(RuleSet rules, int threads) {
        for (int i = 0; i < threads; i++) {
            screeners.add(rules.screener());
        }
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
        return "lisolo, " + screeners.size() + (screeners.size() == 1 ? " core" : " cores");
    }

    @Override
    public long screen(List<Post> posts, List<byte[]> bytes) throws InterruptedException {
        if (screeners.size() == 1) {
            return screen(screeners.getFirst(), posts);
        }
        List<Share> shares = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        int size = posts.size() / screeners.size();
        for (int i = 0; i < screeners.size(); i++) {
            Share share = new Share(screeners.get(i), posts.subList(i * size, (i + 1) * size));
            shares.add(share);
            threads.add(Thread.ofPlatform().start(share));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        processorNanos += shares.stream().mapToLong(share -> share.nanos).max().orElse(0);
        return shares.stream().mapToLong(share -> share.hits).sum();
    }

    /** More where threads are to be started for them. */
    @Override
    public int step() {
        return screeners.size() == 1 ? Engine.super.step() : 20_000;
    }

    @Override
    public long processorNanos() {
        return screeners.size() == 1 ? Engine.super.processorNanos() : processorNanos;
    }

    /** What one thread screens. */
    private static final class Share implements Runnable {
        private final Screener screener;
        private final List<Post> posts;
        private long hits;
        private long nanos;

        Share(Screener screener, List<Post> posts) {
            this.screener = screener;
            this.posts = posts;
        }

        @Override
        public void run() {
            hits = screen(screener, posts);
            nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private static long screen(Screener screener, List<Post> posts) {
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
