package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.words.Markup;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * By which words something is found: its hashtags, and for public questions the stems of the words
 * of their titles, in no order, so that no sentence can be read out of them. Made of the log,
 * forgotten with it. Thread-safe.
 */
@Component
public class WordIndex implements Forgets {
    private final JdbcClient jdbc;
    private final DiscussionStore discussions;

    WordIndex(JdbcClient jdbc, DiscussionStore discussions) {
        this.jdbc = jdbc;
        this.discussions = discussions;
    }

    /** As it stands from now on; the same event twice changes nothing. */
    void take(MessageEvent event) {
        Optional<ContributionId> placed = placed(event.message());
        if (placed.isEmpty()) {
            return;
        }
        ContributionId id = placed.get();
        boolean gone = event.kind() == EventKind.DELETED || isDeleted(id);
        if (gone || event.kind() == EventKind.EDITED) {
            forget(List.of(id));
        }
        if (gone) {
            return;
        }
        boolean opens = opens(id);
        Words words = Words.of(event, opens);
        Set<String> tags = Markup.tags(words.text());
        if (!tags.isEmpty()) {
            jdbc.sql(
                            """
                            insert into community.tag (tag, contribution)
                            select unnest(?), ? on conflict do nothing
                            """)
                    .params(tags.toArray(String[]::new), id.value())
                    .update();
        }
        if (opens && event.visibility() == Visibility.PUBLIC) {
            index(id, words);
        }
    }

    private Optional<ContributionId> placed(MessageId message) {
        return jdbc.sql(
                        """
                        select id from community.contribution where message = ?
                        """)
                .param(message.value())
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Also where its creation is read once more after its deletion. */
    private boolean isDeleted(ContributionId id) {
        return jdbc.sql(
                                """
                                select count(*) from community.contribution
                                 where id = ? and deleted_at is not null
                                """)
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean opens(ContributionId id) {
        return jdbc.sql("select count(*) from community.discussion where id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void index(ContributionId id, Words words) {
        jdbc.sql(
                        """
                        insert into community.title_words (discussion, words)
                        select d.id, tsvector_to_array(to_tsvector(cast(:stems as regconfig), :title))
                          from community.discussion d where d.id = :id and d.kind = 'QUESTION'
                        on conflict (discussion) do update set words = excluded.words
                        """)
                .param("stems", stems(words.language()))
                .param("title", plain(words.title()))
                .param("id", id.value())
                .update();
    }

    /** Public questions that share words with this sentence, the most alike first. */
    public List<ContributionId> similar(String sentence, String language, int most) {
        return jdbc.sql(
                        """
                        with asked as (
                            select tsvector_to_array(to_tsvector(cast(:stems as regconfig), :title))
                                   as words)
                        select d.id
                          from asked, community.title_words w
                          join community.discussion d on d.id = w.discussion
                          join community.contribution c on c.id = d.id
                          cross join lateral (
                              select count(*) as shared from unnest(w.words) one
                               where one = any(asked.words)) alike
                         where w.words && asked.words
                           and alike.shared >= least(2, cardinality(asked.words))
                           and d.gone_at is null and not d.closed
                           and c.deleted_at is null and c.hidden_at is null
                         order by alike.shared desc, cardinality(w.words), d.last_at desc, d.id
                         limit :most
                        """)
                .param("stems", stems(language))
                .param("title", plain(sentence))
                .param("most", most)
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .list();
    }

    private static String stems(String language) {
        return switch (language) {
            case "fr" -> "french";
            case "en" -> "english";
            default -> "simple";
        };
    }

    /** Without accents, as many type without them. */
    private static String plain(String sentence) {
        return Normalizer.normalize(sentence, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ɛ', 'e')
                .replace('ɔ', 'o')
                .replace('’', ' ')
                .replace('\'', ' ');
    }

    private void forget(Collection<ContributionId> ids) {
        UUID[] all = ids.stream().map(ContributionId::value).toArray(UUID[]::new);
        jdbc.sql("delete from community.tag where contribution = any(?)").param(all).update();
        jdbc.sql("delete from community.title_words where discussion = any(?)").param(all).update();
    }

    /** Of what still stands after an erasure, nothing is found by its words any more, either. */
    @Override
    public void forget(Erasure erasure) {
        forget(
                jdbc.sql("select id from community.contribution where message = any(?)")
                        .param(
                                erasure.messages().stream()
                                        .map(MessageId::value)
                                        .toArray(UUID[]::new))
                        .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                        .list());
        discussions.changed(discussions.discussionsOf(erasure.messages()));
    }
}
