package org.lisolo.server.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of all listings: which exist, and which are like one that doesn't. */
@Repository
class WordStore {
    private static final double ALIKE = 0.4;

    private final JdbcClient client;

    WordStore(JdbcClient client) {
        this.client = client;
    }

    /** Of these, the ones with which a known word begins. */
    Set<String> beginnings(Collection<String> words) {
        return new HashSet<>(
                client.sql(
                                """
                                select t.word from unnest(:words) t(word)
                                 where exists (
                                       select from directory.word w
                                        where w.word >= t.word collate "C"
                                          and w.word < t.word || chr(1114111) collate "C")
                                """)
                        .param("words", words.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** The words most like each of these, the likest first. */
    Map<String, List<String>> alike(Collection<String> words) {
        Map<String, List<String>> alike = new HashMap<>();
        client.sql(
                        """
                        select t.word, w.word from unnest(:words) t(word)
                         cross join lateral (
                               select v.word, similarity(v.word, t.word) as likeness
                                 from directory.word v
                                where v.word % t.word and similarity(v.word, t.word) >= :alike
                                order by 2 desc, 1 limit 6) w
                         order by t.word, w.likeness desc
                        """)
                .param("words", words.toArray(String[]::new))
                .param("alike", ALIKE)
                .query(
                        row -> {
                            alike.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                                    .add(row.getString(2));
                        });
        return alike;
    }
}
