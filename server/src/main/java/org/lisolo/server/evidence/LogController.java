package org.lisolo.server.evidence;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.MalformedLedgerException;
import org.lisolo.ledger.NoteVerifier;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.Tile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The log for anyone who wants to watch it: C2SP tlog-tiles below {@code /log}. Kinds, ids and
 * commitments, never a text.
 */
@RestController
class LogController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl CHANGES = CacheControl.maxAge(Duration.ofSeconds(1));

    private final Log log;
    private final LogStore store;

    LogController(Log log, LogStore store) {
        this.log = log;
        this.store = store;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<String> checkpoint() {
        return text(log.checkpoint().map(SignedNote::toString));
    }

    /** The public key as a C2SP vkey. */
    @GetMapping("/log/key")
    ResponseEntity<String> key() {
        return text(log.key().map(NoteVerifier::toString));
    }

    private static ResponseEntity<String> text(Optional<String> text) {
        return text.map(
                        found ->
                                ResponseEntity.ok()
                                        .contentType(TEXT)
                                        .cacheControl(CHANGES)
                                        .body(found))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return tileAt(path.substring("/log/".length()))
                .map(
                        found ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                        .cacheControl(NEVER_CHANGES)
                                        .body(found))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<byte[]> tileAt(String path) {
        Tile tile;
        try {
            tile = Tile.parse(path);
        } catch (MalformedLedgerException _) {
            return Optional.empty();
        }
        if (!tile.isWithin(log.size())) {
            return Optional.empty();
        }
        return tile.level() == Tile.ENTRIES ? Optional.of(bundle(tile)) : hashes(tile);
    }

    private Optional<byte[]> hashes(Tile tile) {
        return Optional.ofNullable(store.read(List.of(tile)).get(tile))
                .map(hashes -> Arrays.copyOf(hashes, tile.width() * Hash.BYTES));
    }

    private byte[] bundle(Tile tile) {
        List<Leaf> leaves = store.leaves(tile.index() * Tile.FULL_WIDTH, tile.width());
        ByteBuffer bundle = ByteBuffer.allocate(leaves.size() * (2 + Leaf.BYTES));
        leaves.forEach(leaf -> bundle.putShort((short) Leaf.BYTES).put(leaf.data()));
        return bundle.array();
    }
}
