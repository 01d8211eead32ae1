package org.lisolo.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** After an erasure a person's words are in no table and no file. */
@ServerTest
class ForgottenTest {
    @Autowired Inbox inbox;
    @Autowired Blobs blobs;
    @Autowired Erasures erasures;
    @Autowired DataFolder data;
    @Autowired JdbcClient jdbc;

    private final String word = "zq" + UUID.randomUUID().toString().replace("-", "");
    private final String person = "xw" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void leavesTheWordsOfAPersonNowhere() throws Exception {
        ContentHash picture = blobs.keep(("image " + word).getBytes(StandardCharsets.UTF_8));
        Said said = Said.somewhere().by(person).id("https://example.org/" + person + "/1");
        Said first =
                said.text("Ma fille " + word + " est malade")
                        .with(new Attachment("image/png", "photo de " + word, null, picture));
        Said other = said.next("Une autre personne répond").by("autre");
        List<Arrival> arrivals =
                List.of(
                        first.arrival(),
                        first.edited("Ma fille " + word + " va mieux").arrival(),
                        other.arrival(),
                        first.deleted().arrival());
        inbox.accept(arrivals);
        awaitFollowers(arrivals.getLast().event().id().value());
        assertThat(where(word)).as("the words are there before").isNotEmpty();

        erasures.eraseAuthor(
                said.organisation(), person, new AccountId(UUID.randomUUID()), "demande");

        assertThat(where(word)).isEmpty();
        assertThat(where(person)).isEmpty();
        assertThat(where("Une autre personne")).isNotEmpty();
    }

    private void awaitFollowers(UUID event) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (jdbc.sql(
                                """
                                select count(*) from message.cursor c
                                 where c.follower not like 'test.%'
                                   and (c.position < (select position from evidence.entry
                                                       where id = :event)
                                        or not exists (select from evidence.entry
                                                        where id = :event))
                                """)
                        .param("event", event)
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(Instant.now()).as("all followers have come by").isBefore(deadline);
            Thread.sleep(50);
        }
    }

    /** The tables and files in which a word stands, as text or as bytes. */
    private List<String> where(String wanted) throws IOException {
        List<String> places = new ArrayList<>();
        String hex = HexFormat.of().formatHex(wanted.getBytes(StandardCharsets.UTF_8));
        for (String table : tables()) {
            long rows =
                    jdbc.sql(
                                    "select count(*) from "
                                            + table
                                            + " t where t::text like :text or t::text like :hex")
                            .param("text", "%" + wanted + "%")
                            .param("hex", "%" + hex + "%")
                            .query(Long.class)
                            .single();
            if (rows > 0) {
                places.add(table);
            }
        }
        try (Stream<Path> files = Files.walk(data.path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                String latin =
                        new String(
                                wanted.getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1);
                if (bytes.contains(latin)) {
                    places.add(file.toString());
                }
            }
        }
        return places;
    }

    private List<String> tables() {
        return jdbc.sql(
                        """
                        select format('%I.%I', table_schema, table_name)
                          from information_schema.tables
                         where table_type = 'BASE TABLE'
                           and table_schema not in ('pg_catalog', 'information_schema')
                         order by 1
                        """)
                .query(String.class)
                .list();
    }
}
