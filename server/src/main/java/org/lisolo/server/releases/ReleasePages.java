package org.lisolo.server.releases;

import org.lisolo.server.people.QrCode;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages of releases show. */
public final class ReleasePages {
    private ReleasePages() {}

    /** Releases of one kind. */
    public record ListPage(
            ReleaseFilter filter,
            List<Release> releases,
            Instant now,
            String newer,
            String older,
            boolean mayAsk) {}

    /** A request before it is made. */
    public record NewPage(ReleaseForm form, List<Problem> problems) {}

    /** A form signed on paper, before it is kept. */
    public record PaperPage(ReleaseForm form, List<Problem> problems) {}

    /**
     * A form to print, in the person's language.
     *
     * @param code leads whoever has the signed paper to where its scan is added
     */
    public record PrintedPage(
            Release release, String organisation, List<Point> points, QrCode code, Words words) {}

    /** The words of a form in its language. */
    @FunctionalInterface
    public interface Words {
        String say(String key, Object... arguments);
    }

    /** The scan of a signed form, before it is bound to its release. */
    public record ScanPage(Release release, ReleaseForm form, List<Problem> problems) {}

    /** A step with the name of who took it; empty where the person did. */
    public record Done(Step step, String by) {}

    /** A link to hand over, shown once. */
    public record HandOver(String address, QrCode code) {}

    /**
     * One release.
     *
     * @param link to hand over, just after it was made
     * @param paper whether a scanned form belongs to it
     */
    public record OnePage(
            Release release,
            Release.Standing standing,
            Optional<Signature> signature,
            List<Done> steps,
            Optional<HandOver> link,
            boolean paper,
            boolean mayAsk,
            String note,
            List<Problem> problems) {}

    /** What somebody reads before they sign. */
    public record AskedPage(
            Release release,
            String organisation,
            String link,
            List<Point> points,
            Signing signing,
            List<Problem> problems) {}

    /**
     * What somebody signed, to look at and to keep.
     *
     * @param fresh whether they have signed just now
     */
    public record KeptPage(
            Release release,
            Release.Standing standing,
            String organisation,
            String key,
            List<Point> points,
            Optional<Signature> signature,
            boolean fresh) {}

    /**
     * The same as a file.
     *
     * @param pictures each as an address that holds it
     * @param address of the page where it can be withdrawn
     */
    public record CopyPage(KeptPage kept, List<String> pictures, String address) {}
}
