package org.lisolo.server.people.rights;

import org.lisolo.server.people.PersonalData;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;

/** What the pages about one's own data show. */
public final class RightsPages {
    private RightsPages() {}

    /** What was typed, as it was. */
    public record Typed(
            String organisation, String kind, String name, String contact, String words) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }

    /** One's own data and requests. */
    public record OwnDataPage(
            List<PersonalData.Section> sections,
            List<DataRequest> requests,
            List<Addressee> addressees,
            Typed typed,
            long days,
            List<Problem> problems) {}

    /** The form for whoever has no account. */
    public record AskPage(
            List<Addressee> addressees, Typed typed, long days, List<Problem> problems) {}

    /** Asks for the code; {@code done} once it was right. */
    public record ConfirmPage(String ticket, boolean done, long days, List<Problem> problems) {}

    /** The officer's list. */
    public record RequestsPage(
            boolean open, List<DataRequest> requests, Instant now, String older) {}

    /**
     * One request and its answer.
     *
     * @param messages as they were typed, by which the person is found whose words are limited
     * @param limited of how many people the words are limited by it
     */
    public record RequestPage(
            DataRequest request,
            String decidedBy,
            Instant now,
            String answer,
            String messages,
            int limited,
            List<Problem> problems) {}

    /** A request that came on paper. */
    public record PaperPage(Typed typed, List<Problem> problems) {}
}
