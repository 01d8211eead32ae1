package org.lisolo.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.TreeHasher;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@ServerTest
class LogOverHttpTests {
    @TestConfiguration
    static class Listening {
        @Bean
        BlockingQueue<Long> sizes() {
            return new LinkedBlockingQueue<>();
        }

        @Bean
        LogListener listener(BlockingQueue<Long> sizes) {
            return sizes::add;
        }
    }

    @LocalServerPort int port;
    @Autowired Leaves leaves;
    @Autowired Log log;
    @Autowired TransactionTemplate transaction;
    @Autowired BlockingQueue<Long> sizes;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void showsAStrangerTheWholeLogAndNoMore() throws Exception {
        transaction.executeWithoutResult(_ -> leaves.append(LogWorkshop.some(0, 300)));
        waitForSize(300);
        NoteVerifier key = NoteVerifier.parse(text("/log/key"));
        SignedNote note = SignedNote.parse(text("/log/checkpoint"));
        Checkpoint head = Checkpoint.of(note);
        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(get("/log/checkpoint").headers().firstValue(HttpHeaders.CONTENT_TYPE))
                .hasValue("text/plain;charset=UTF-8");

        int rest = (int) (head.size() - 256);
        byte[] full = get("/log/tile/0/000").body();
        byte[] partial = get("/log/tile/0/001.p/" + rest).body();
        assertThat(full).hasSize(256 * Hash.BYTES);
        assertThat(partial).hasSize(rest * Hash.BYTES);
        GrowingTree tree = new GrowingTree();
        add(get("/log/tile/entries/000").body(), full, tree);
        add(get("/log/tile/entries/001.p/" + rest).body(), partial, tree);
        assertThat(tree.root()).isEqualTo(head.root());
        assertThat(get("/log/tile/0/000").headers().firstValue(HttpHeaders.CACHE_CONTROL))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));

        for (String none :
                new String[] {"0/001", "0/001.p/255", "1/000", "0/0", "0/x000/000", "9/000"}) {
            assertThat(get("/log/tile/" + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    private void waitForSize(long size) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        for (long heard = 0; heard < size; ) {
            assertThat(Instant.now()).isBefore(end);
            Long next = sizes.poll(1, TimeUnit.SECONDS);
            heard = next == null ? heard : next;
        }
        assertThat(log.size()).isGreaterThanOrEqualTo(size);
    }

    /** Each leaf of the bundle hashes to its place in the tile. */
    private static void add(byte[] bundle, byte[] tile, GrowingTree tree) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        for (int i = 0; rest.hasRemaining(); i++) {
            byte[] data = new byte[rest.getShort()];
            rest.get(data);
            assertThat(Leaf.parse(data).data()).isEqualTo(data);
            assertThat(new TreeHasher().leaf(data)).isEqualTo(Hash.at(tile, i * Hash.BYTES));
            tree.append(data);
        }
    }

    private String text(String path) throws IOException, InterruptedException {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
