package org.lisolo.server.monitoring.rules;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.starters.Starter;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.platform.Problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * A rule as it is typed; nothing of it is lost when something is wrong.
 *
 * @param rule the rule's id; empty for a new one
 * @param version the version that its editor saw
 * @param allowed minutes; empty for no promise
 */
public record RuleForm(
        String rule,
        String version,
        String name,
        String query,
        List<String> channels,
        String urgency,
        List<String> roles,
        List<String> people,
        List<String> teams,
        String allowed) {

    /** The times that are offered, in minutes. */
    private static final List<Integer> TIMES =
            List.of(15, 30, 60, 120, 240, 480, 1_440, 2_880, 4_320, 10_080);

    public RuleForm(
            @Nullable String rule,
            @Nullable String version,
            @Nullable String name,
            @Nullable String query,
            @Nullable List<String> channels,
            @Nullable String urgency,
            @Nullable List<String> roles,
            @Nullable List<String> people,
            @Nullable List<String> teams,
            @Nullable String allowed) {
        this.rule = text(rule);
        this.version = text(version);
        this.name = text(name);
        this.query = text(query);
        this.channels = channels == null ? List.of() : List.copyOf(channels);
        this.urgency = text(urgency);
        this.roles = roles == null ? List.of() : List.copyOf(roles);
        this.people = people == null ? List.of() : List.copyOf(people);
        this.teams = teams == null ? List.of() : List.copyOf(teams);
        this.allowed = text(allowed);
    }

    /** What a new rule begins with: everyone who works on cases is told. */
    static RuleForm fresh() {
        return new RuleForm(
                "",
                "0",
                "",
                "",
                List.of(),
                Urgency.IMPORTANT.key(),
                List.of(key(Role.COMMUNICATOR)),
                List.of(),
                List.of(),
                "1440");
    }

    /** What a rule of the library begins with. */
    static RuleForm of(Starter starter) {
        RuleForm fresh = fresh();
        return new RuleForm(
                fresh.rule,
                fresh.version,
                starter.name(),
                starter.query(),
                fresh.channels,
                starter.urgency().key(),
                fresh.roles,
                fresh.people,
                fresh.teams,
                Long.toString(starter.allowed().toMinutes()));
    }

    static RuleForm of(Rule rule) {
        RuleTerms terms = rule.terms();
        return new RuleForm(
                rule.id().toString(),
                Integer.toString(rule.version()),
                terms.name(),
                terms.query(),
                terms.channels().stream().map(ChannelId::toString).toList(),
                terms.urgency().key(),
                terms.told().roles().stream().map(RuleForm::key).toList(),
                terms.told().people().stream().map(AccountId::toString).toList(),
                terms.told().teams().stream().map(TeamId::toString).toList(),
                terms.allowed().map(a -> Long.toString(a.toMinutes())).orElse(""));
    }

    static String key(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The times to choose from, in minutes: those offered, and the rule's own. */
    public List<Integer> times() {
        SortedSet<Integer> times = new TreeSet<>(TIMES);
        time().ifPresent(own -> times.add(Math.toIntExact(own.toMinutes())));
        return List.copyOf(times);
    }

    int seenVersion() {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    /** What is wrong, each at its field. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (name.isBlank()) {
            problems.add(Problem.invalid("monitoring.rule.name.missing").atField("name"));
        } else if (name.strip().length() > Rules.LONGEST_NAME) {
            problems.add(
                    Problem.invalid("monitoring.rule.name.long", Rules.LONGEST_NAME)
                            .atField("name"));
        }
        if (Query.parse(query) instanceof QueryError) {
            problems.add(Problem.invalid("monitoring.rule.query.wrong").atField("query"));
        }
        if (Addresses.oneOf(Urgency.class, urgency).isEmpty()) {
            problems.add(Problem.invalid("monitoring.rule.urgency.missing").atField("urgency"));
        }
        if (roles.isEmpty() && people.isEmpty() && teams.isEmpty()) {
            problems.add(Problem.invalid("monitoring.rule.told.missing").atField("roles"));
        }
        return problems;
    }

    /**
     * What the rule will say, of a form without problems.
     *
     * @param colleagues whom it may tell; others are left out
     * @param known teams that it may tell; others are left out
     * @param open the channels that it may name; others are left out
     */
    RuleTerms terms(Set<AccountId> colleagues, Set<TeamId> known, Set<ChannelId> open) {
        Set<AccountId> told = ids(people, AccountId::new);
        told.retainAll(colleagues);
        Set<TeamId> toldTeams = ids(teams, TeamId::new);
        toldTeams.retainAll(known);
        Set<ChannelId> listened = channelIds();
        listened.retainAll(open);
        return new RuleTerms(
                name.strip(),
                query.strip(),
                listened,
                Addresses.oneOf(Urgency.class, urgency).orElse(Urgency.IMPORTANT),
                new Told(toldRoles(), told, toldTeams),
                time());
    }

    Set<ChannelId> channelIds() {
        return ids(channels, ChannelId::new);
    }

    private Set<Role> toldRoles() {
        Set<Role> told = new HashSet<>();
        roles.forEach(role -> Addresses.oneOf(Role.class, role).ifPresent(told::add));
        return told;
    }

    private Optional<Duration> time() {
        return allowed.matches("\\d{1,6}") && !allowed.matches("0+")
                ? Optional.of(Duration.ofMinutes(Long.parseLong(allowed)))
                : Optional.empty();
    }

    private static <I> Set<I> ids(List<String> written, Function<UUID, I> id) {
        Set<I> ids = new HashSet<>();
        written.forEach(one -> Addresses.id(one).map(id).ifPresent(ids::add));
        return ids;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "");
    }
}
