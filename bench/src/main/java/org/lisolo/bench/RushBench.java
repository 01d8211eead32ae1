package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;

/** How soon many posts that fall due at once have left. */
@Command(
        name = "RushBench",
        mixinStandardHelpOptions = true,
        description = {
            "Approved posts that all fall due within one minute that has just passed: how long"
                + " until all have passed the gate again and are in the outbox, and until all have"
                + " left and stand in the log.",
            "They are made in the database; each is said on its organisation's own site, so that no"
                    + " network's pace is measured."
        })
final class RushBench implements Callable<Integer> {
    @Option(names = "--posts", description = "altogether")
    private int posts = 10_000;

    @Option(names = "--organisations", description = "that they belong to")
    private int organisations = 4;

    @Option(names = "--rounds", description = "after one to warm up")
    private int rounds = 2;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RushBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        try (BenchServer server = BenchServer.start()) {
            JdbcClient jdbc = server.bean(JdbcClient.class);
            say("round   in the outbox   left   posts a second");
            for (int round = 0; round <= rounds; round++) {
                int most = round == 0 ? Math.min(posts, 500) : posts;
                for (int i = 0; i < organisations; i++) {
                    make(jdbc, organisation(server), most / organisations, i == organisations - 1);
                }
                time(jdbc, round);
            }
            Figures.sayMachine();
        }
        return 0;
    }

    private static OrganisationId organisation(BenchServer server) {
        OrganisationId id =
                server.bean(Organisations.class)
                        .create(
                                "Bench " + UUID.randomUUID(),
                                OrganisationKind.HOSPITAL,
                                ZoneOffset.UTC);
        server.bean(Sites.class).of(id);
        return id;
    }

    /** Not due before the last organisation's are there. */
    private static void make(JdbcClient jdbc, OrganisationId organisation, int most, boolean last) {
        jdbc.sql(
                        """
                        insert into publishing.post (id, organisation, author, version, state,
                               approved_at, wanted_at, made_at, changed_at)
                        select gen_random_uuid(), :organisation, gen_random_uuid(), 1, 'DRAFT',
                               now() - interval '1 hour',
                               now() - interval '1 minute' + interval '1 second' * (i % 60),
                               now(), now()
                          from generate_series(1, :most) i
                        """)
                .param("organisation", organisation.value())
                .param("most", most)
                .update();
        jdbc.sql(
                        """
                        insert into publishing.post_version (post, version, language, topic, title,
                               text, brief, sources, considered, changed_by, changed_at)
                        select id, 1, 'fr', 'HYGIENE', 'Lavons-nous les mains',
                               'Lavez-vous les mains avant chaque repas et après les toilettes.',
                               '', '', true, author, made_at
                          from publishing.post where organisation = ?
                        """)
                .param(organisation.value())
                .update();
        if (last) {
            jdbc.sql("update publishing.post set state = 'APPROVED' where state = 'DRAFT'")
                    .update();
        }
    }

    private static void time(JdbcClient jdbc, int round) throws InterruptedException {
        long begun = System.nanoTime();
        until(jdbc, "select count(*) from publishing.post where state = 'APPROVED'");
        double handed = (System.nanoTime() - begun) / 1e9;
        until(jdbc, "select count(*) from message.outgoing where state = 'WAITING'");
        double left = (System.nanoTime() - begun) / 1e9;
        long sent =
                jdbc.sql(
                                """
                                select count(*) from message.outgoing
                                 where state = 'SENT' and tries = 1
                                """)
                        .query(Long.class)
                        .single();
        jdbc.sql("delete from message.outgoing").update();
        say("%5d   %11.1f s   %4.1f s   %8.0f", round, handed, left, sent / left);
    }

    private static void until(JdbcClient jdbc, String count) throws InterruptedException {
        while (jdbc.sql(count).query(Long.class).single() > 0) {
            Thread.sleep(50);
        }
    }
}
