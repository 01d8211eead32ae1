package org.lisolo.bench.rules;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.lisolo.screening.Post;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lucene Monitor with its presearcher over words of letters and digits in small letters without
 * accents. NEAR is a sloppy phrase, which in Lucene costs two moves more for the other order.
 */
final class LuceneEngine implements Engine {
    private static final String FIELD = "text";

    private final Monitor monitor;
    private final int batch;

    private LuceneEngine(Monitor monitor, int batch) {
        this.monitor = monitor;
        this.batch = batch;
    }

    static LuceneEngine of(List<Shape> rules, int batch) throws IOException {
        Monitor monitor = new Monitor(analyzer(), new TermFilteredPresearcher());
        List<MonitorQuery> queries = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            queries.add(new MonitorQuery("r%06d".formatted(i), query(rules.get(i))));
        }
        monitor.register(queries);
        return new LuceneEngine(monitor, batch);
    }

    /** The same rules in other batches. */
    LuceneEngine inBatchesOf(int other) {
        return new LuceneEngine(monitor, other);
    }

    private static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
                return new TokenStreamComponents(
                        words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
            }
        };
    }

    private static Query word(String word) {
        return new TermQuery(new Term(FIELD, word));
    }

    private static Query joined(List<String> words, Occur occur) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word(word), occur));
        return query.build();
    }

    private static Query query(Shape rule) {
        return switch (rule) {
            case Shape.Word(String word) -> word(word);
            case Shape.All(List<String> words) -> joined(words, Occur.MUST);
            case Shape.Any(List<String> words) -> joined(words, Occur.SHOULD);
            case Shape.Phrase(String first, String second) -> new PhraseQuery(FIELD, first, second);
            case Shape.Near(String left, String right, int within) ->
                    new PhraseQuery(within, FIELD, left, right);
            case Shape.Prefix(String stem) -> new PrefixQuery(new Term(FIELD, stem));
            case Shape.Without(String wanted, String unwanted) ->
                    new BooleanQuery.Builder()
                            .add(word(wanted), Occur.MUST)
                            .add(word(unwanted), Occur.MUST_NOT)
                            .build();
            case Shape.AnyAndAny(List<String> left, List<String> right) ->
                    new BooleanQuery.Builder()
                            .add(joined(left, Occur.SHOULD), Occur.MUST)
                            .add(joined(right, Occur.SHOULD), Occur.MUST)
                            .build();
        };
    }

    @Override
    public String name() {
        return "(a) lucene-monitor, batches of " + batch;
    }

    @Override
    public long screen(List<Post> posts, List<byte[]> bytes) throws IOException {
        long hits = 0;
        for (int from = 0; from < posts.size(); from += batch) {
            MultiMatchingQueries<QueryMatch> matches =
                    match(posts.subList(from, Math.min(posts.size(), from + batch)));
            for (int i = 0; i < matches.getBatchSize(); i++) {
                hits += matches.getMatchCount(i);
            }
        }
        return hits;
    }

    /** The rules each post of a batch matches. */
    List<List<String>> ruleIds(List<Post> posts) throws IOException {
        MultiMatchingQueries<QueryMatch> matches = match(posts);
        List<List<String>> ids = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            ids.add(matches.getMatches(i).stream().map(QueryMatch::getQueryId).sorted().toList());
        }
        return ids;
    }

    private MultiMatchingQueries<QueryMatch> match(List<Post> posts) throws IOException {
        Document[] documents = new Document[posts.size()];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = new Document();
            documents[i].add(new TextField(FIELD, posts.get(i).text(), Field.Store.NO));
        }
        return monitor.match(documents, QueryMatch.SIMPLE_MATCHER);
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
