package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Whole;
import org.lisolo.server.community.moderation.ReportFile.OwnRow;
import org.lisolo.server.community.moderation.ReportFile.Report;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pages of moderation show. */
public final class ModerationPages {
    private ModerationPages() {}

    /** What somebody typed, as it is first shown and as it comes back. */
    public record Typed(String reason, String words, List<Problem> problems) {
        static final Typed NOTHING = new Typed("", "", List.of());
    }

    /**
     * Before something is reported.
     *
     * @param again whether this person reported it before
     * @param byName whether its author is known, so that they can be blocked
     */
    public record ReportPage(
            String contribution, Whole whole, boolean again, boolean byName, Typed typed) {}

    /** All of moderation that concerns oneself. */
    public record OwnPage(
            List<OwnRow> reports, List<Decision> decisions, List<Held> held, boolean moderates) {}

    /** One's own report, and what came of it. */
    public record OwnReport(Report report, ReportFile file, Optional<Decision> decision) {
        /** The key of the words that say how far it is. */
        public String state() {
            return ReportFile.state(file.claimed().isPresent(), decision.map(Decision::kind));
        }
    }

    /** The same, with a form to write to whoever decides. */
    public record OwnReportPage(OwnReport own, Typed typed) {}

    /**
     * A decision, for whom it concerns.
     *
     * @param whole what it is about
     * @param space by its name; empty if it is none of theirs
     * @param path where an appeal is sent
     */
    public record OwnDecisionPage(
            Decision decision,
            String path,
            Whole whole,
            String space,
            Optional<Appeal> appeal,
            boolean mayAppeal,
            Typed typed) {}

    /**
     * A file in the queue.
     *
     * @param beginning of what was reported; empty if it is gone
     */
    public record Row(ReportFile file, String beginning) {}

    /**
     * What waits for a moderator.
     *
     * @param spaces that they moderate
     * @param names of the spaces of all that waits
     */
    public record QueuePage(
            List<Row> files,
            List<Held> held,
            List<Appeal> appeals,
            List<Space> spaces,
            Map<SpaceId, String> names,
            String account) {
        public String space(SpaceId id) {
            return names.getOrDefault(id, "");
        }

        public boolean isEmpty() {
            return files.isEmpty() && held.isEmpty() && appeals.isEmpty();
        }
    }

    /**
     * A file.
     *
     * @param mine whether the moderator has taken it
     * @param byName whether its author is known, so that measures reach them
     * @param answer to one who reported; its form is named by the report
     */
    public record FilePage(
            ReportFile file,
            Space space,
            Whole whole,
            String path,
            List<Report> reports,
            List<Decision> decisions,
            boolean mine,
            boolean byName,
            Chosen chosen,
            Typed typed,
            Refused answer) {}

    /** What was chosen in the form of a decision. */
    public record Chosen(String outcome, String measure, String days) {
        static final Chosen NOTHING = new Chosen("", "none", "7");
    }

    /**
     * Words that wait.
     *
     * @param changes what they would take the place of
     */
    public record HeldPage(Held held, Space space, Optional<Changed> changes, Typed typed) {}

    /** Words as they stand, and where. */
    public record Changed(Whole whole, String path) {}

    /**
     * A decision that is to be made anew.
     *
     * @param overtaken whether what was refused would take the place of words that are newer
     */
    public record AppealPage(
            Appeal appeal,
            Decision decision,
            String space,
            Whole whole,
            boolean overtaken,
            Typed typed) {}

    /** What moderators ask of a space. */
    public record SpacePage(
            Space space,
            SpaceLimits limits,
            List<WordFilter> filters,
            String name,
            String query,
            List<Problem> problems) {}

    /**
     * What was decided in a space, for everybody who may read there.
     *
     * @param space none for all of them
     */
    public record LogPage(Optional<Space> space, List<LogLine> lines, String newer, String older) {}
}
