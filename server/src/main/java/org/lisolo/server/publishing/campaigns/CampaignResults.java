package org.lisolo.server.publishing.campaigns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What came of a campaign, as far as the log, the networks and our own links tell. How many saw it
 * no network has told; where one does not, nobody knows.
 *
 * @param posts its posts, where each stands
 * @param days one for each day, post and channel on which something came
 * @param enquiries conversations that began under its posts or name its hashtags
 * @param questions the messages in them that ask something
 * @param telling the names of channels whose networks tell how many liked a post
 */
public record CampaignResults(
        List<Standing> posts, List<Day> days, int enquiries, int questions, Set<String> telling) {
    public CampaignResults {
        posts = List.copyOf(posts);
        days = List.copyOf(days);
        telling = Set.copyOf(telling);
    }

    /**
     * A post on a channel.
     *
     * @param piece the title of the piece it was begun from; empty for none
     */
    public record Standing(String post, String name, String piece, String channel, LocalDate day) {}

    /** What came in one day of a post on a channel; empty where nobody said of which. */
    public record Day(
            LocalDate day,
            String post,
            String piece,
            String channel,
            long replies,
            long enquiries,
            long likes,
            long clicks) {}

    /**
     * Sums under one name.
     *
     * @param likes empty where no network of it tells of any
     */
    public record Sum(
            String name,
            long posts,
            long replies,
            long enquiries,
            Optional<Long> likes,
            long clicks) {
        public long all() {
            return replies + clicks;
        }
    }

    public long replies() {
        return total(Day::replies);
    }

    public long clicks() {
        return total(Day::clicks);
    }

    /** Empty where no network tells of any. */
    public Optional<Long> likes() {
        return telling.isEmpty() ? Optional.empty() : Optional.of(total(Day::likes));
    }

    /** What is told of a day's likes; empty where its network tells of none. */
    public Optional<Long> likes(Day day) {
        return telling.contains(day.channel()) ? Optional.of(day.likes()) : Optional.empty();
    }

    private long total(ToLongFunction<Day> of) {
        return days.stream().mapToLong(of).sum();
    }

    public List<Sum> byPiece() {
        return sums(Day::piece, Standing::piece);
    }

    public List<Sum> byChannel() {
        return sums(Day::channel, Standing::channel);
    }

    public List<Sum> byPost() {
        return sums(Day::post, Standing::name);
    }

    private List<Sum> sums(Function<Day, String> name, Function<Standing, String> standing) {
        Map<String, Sum> sums = new TreeMap<>();
        posts.stream().map(standing).forEach(one -> sums.put(one, sum(one, name, standing)));
        days.stream().map(name).forEach(one -> sums.put(one, sum(one, name, standing)));
        return List.copyOf(sums.values());
    }

    private Sum sum(String of, Function<Day, String> name, Function<Standing, String> standing) {
        Predicate<Day> here = day -> name.apply(day).equals(of);
        List<Day> own = days.stream().filter(here).toList();
        List<Standing> said = posts.stream().filter(one -> standing.apply(one).equals(of)).toList();
        boolean told = said.stream().map(Standing::channel).anyMatch(telling::contains);
        return new Sum(
                of,
                said.size(),
                own.stream().mapToLong(Day::replies).sum(),
                own.stream().mapToLong(Day::enquiries).sum(),
                told ? Optional.of(own.stream().mapToLong(Day::likes).sum()) : Optional.empty(),
                own.stream().mapToLong(Day::clicks).sum());
    }

    /** Every day of a stretch, also those without anything. */
    public List<Sum> byDay(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(
                        date ->
                                new Sum(
                                        date.toString(),
                                        posts.stream()
                                                .filter(one -> one.day().equals(date))
                                                .count(),
                                        on(date, Day::replies),
                                        on(date, Day::enquiries),
                                        likes().map(_ -> on(date, Day::likes)),
                                        on(date, Day::clicks)))
                .toList();
    }

    private long on(LocalDate date, ToLongFunction<Day> of) {
        return days.stream().filter(day -> day.day().equals(date)).mapToLong(of).sum();
    }
}
