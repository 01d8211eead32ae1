package org.lisolo.server.publishing.library;

import org.lisolo.server.archive.WordDifferences;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of the library show. */
public final class LibraryPages {
    private LibraryPages() {}

    /**
     * The list.
     *
     * @param notTakenIn how many of the pieces that come with the product are not in it
     * @param newer the address of the page before; empty at the beginning, like older at the end
     */
    public record LibraryPage(
            LibraryFilter filter,
            List<Row> rows,
            Map<PieceState, Long> counts,
            List<String> tags,
            int notTakenIn,
            String newer,
            String older,
            boolean mayWrite) {}

    /** A piece in the list. */
    public record Row(Piece piece, PieceState state, String title) {}

    /**
     * One piece.
     *
     * @param owner by name; empty if nobody answers for it
     * @param uses how often it was begun from
     * @param outcome what came of it
     * @param maySign whether the reader is one who may, and whether they are verified
     */
    public record PiecePage(
            Piece piece,
            PieceState state,
            String owner,
            String signedBy,
            List<Version> versions,
            Uses uses,
            PieceOutcomes.Outcome outcome,
            boolean mayWrite,
            boolean maySign,
            boolean verified,
            boolean mayUse,
            List<Problem> problems) {}

    /**
     * How often a piece was used, and when last; empty if never.
     *
     * @param latest some of them, the last first
     */
    public record Uses(long count, Optional<Instant> last, List<Use> latest) {}

    /**
     * A post that was begun with a piece.
     *
     * @param state the key of where it stands
     * @param changed whether it says something else than the piece
     * @param channels on how many it has left
     */
    public record Use(
            String name, String path, String state, Instant at, boolean changed, long channels) {}

    /** A version in the history; {@code by} is empty for what came with the product. */
    public record Version(int number, String by, Instant at, boolean signed) {}

    /** What one version changed. */
    public record ChangesPage(
            Piece piece, int before, List<Change> changes, List<Version> versions) {}

    /** One part of a piece, such as {@code fr_text}, before and after. */
    public record Change(String part, List<WordDifferences.Piece> pieces) {}

    /** A piece to write or change. */
    public record PieceEditPage(
            PieceForm form, String path, Map<String, String> colleagues, List<Problem> problems) {}
}
