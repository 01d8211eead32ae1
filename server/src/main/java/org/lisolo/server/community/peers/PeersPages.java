package org.lisolo.server.community.peers;

import org.lisolo.server.community.contributions.Whole;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the pages of this package show. */
public final class PeersPages {
    private PeersPages() {}

    /**
     * Aliases that somebody asked to open.
     *
     * @param contribution about to be asked for; empty for none
     */
    public record AliasesPage(
            List<OpeningRow> openings,
            AccountId account,
            String contribution,
            String reason,
            List<Problem> problems) {}

    /**
     * One of them, for whoever is to agree.
     *
     * @param asked who asked, by name
     * @param path where the words stand that it is about; empty if the reader may not read them
     */
    public record OpeningRow(AliasOpening opening, String asked, String path) {}

    /** Who stands behind an alias. */
    public record BehindPage(String name, String account) {}

    /** Whom somebody blocked, by name. */
    public record BlocksPage(Map<AccountId, String> blocked) {}

    /**
     * Before a worry is raised.
     *
     * @param path where the words stand that worry somebody
     */
    public record WorryPage(
            String contribution,
            Whole whole,
            String path,
            String help,
            String words,
            List<Problem> problems) {}

    /**
     * A worry, for whoever is on call.
     *
     * @param aliased whether it is about somebody under an alias
     */
    public record TaskPage(
            Worry worry,
            String space,
            String path,
            Whole whole,
            boolean aliased,
            boolean mine,
            String typed,
            List<Problem> problems) {}

    /** All worries that wait for this person. */
    public record TasksPage(List<TaskRow> worries) {}

    /**
     * One of them.
     *
     * @param space by its name
     */
    public record TaskRow(Worry worry, String space) {}

    /** Who is on call in a space. */
    public record RotaPage(Space space, List<Candidate> candidates) {}

    /** Somebody who may be on call. */
    public record Candidate(AccountId account, String name, boolean onCall) {}

    /** To whom people of a space can turn. */
    public record HelpPage(Space space, String help) {}

    /** A month, and nothing that tells where somebody was before. */
    public record AwayPage(LocalDate day) {
        /** Weeks from Monday; 0 for a day of another month. */
        public List<List<Integer>> weeks() {
            List<List<Integer>> weeks = new ArrayList<>();
            int first = day.withDayOfMonth(1).getDayOfWeek().getValue();
            int last = day.lengthOfMonth();
            for (int monday = 2 - first; monday <= last; monday += 7) {
                List<Integer> week = new ArrayList<>();
                for (int at = monday; at < monday + 7; at++) {
                    week.add(at < 1 || at > last ? 0 : at);
                }
                weeks.add(week);
            }
            return weeks;
        }
    }
}
