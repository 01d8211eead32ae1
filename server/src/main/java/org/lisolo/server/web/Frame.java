package org.lisolo.server.web;

import com.ibm.icu.text.NumberFormat;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What surrounds a page and is the same for all: the reader's language, who they are, the clock
 * they live by, and the words of the site. One is made for each rendering; it is not thread-safe.
 */
public final class Frame {
    private final Texts texts;
    private final Language language;
    private final @Nullable SignedIn who;
    private final ZoneId zone;
    private final Clock clock;
    private final Surroundings surroundings;
    private boolean lacksWords;

    /** What a frame takes from the request, each asked for only when the page uses it. */
    record Surroundings(
            String path,
            String address,
            List<Language> languages,
            @Nullable Notice notice,
            Supplier<Csrf> csrf,
            Supplier<List<NavigationEntry>> navigation,
            ToLongFunction<String> waiting,
            Reading reading,
            Assets assets) {}

    /** The hidden field of a form that proves it came from our page. */
    public record Csrf(String name, String value) {}

    /** A word of the navigation; {@code waiting} is what waits there, 0 for nothing. */
    public record NavigationEntry(String key, String path, long waiting, boolean current) {}

    Frame(
            Texts texts,
            Language language,
            @Nullable SignedIn who,
            ZoneId zone,
            Clock clock,
            Surroundings surroundings) {
        this.texts = texts;
        this.language = language;
        this.who = who;
        this.zone = zone;
        this.clock = clock;
        this.surroundings = surroundings;
    }

    /** A sentence of the bundles. */
    public String t(String key, Object... arguments) {
        lacksWords |= !texts.has(language, key);
        return texts.say(language, key, arguments);
    }

    /** Whether something was said in French because the reader's language has no words for it. */
    boolean lacksWords() {
        return lacksWords;
    }

    public String t(Notice notice) {
        return t(notice.key(), notice.arguments().toArray());
    }

    public String t(Problem problem) {
        return t(problem.code(), problem.arguments().toArray());
    }

    /** What is wrong with this field of a form, or nothing. */
    public String error(List<Problem> problems, String field) {
        for (Problem problem : problems) {
            if (problem.place() instanceof Problem.Place.Field(String name) && name.equals(field)) {
                return t(problem);
            }
        }
        return "";
    }

    /** The same, by the clock of another place. */
    public Frame in(ZoneId other) {
        return new Frame(texts, language, who, other, clock, surroundings);
    }

    public String date(Instant then) {
        return language.date(then.atZone(zone), LocalDate.now(clock.withZone(zone)));
    }

    /** With its year, whichever that is: for what is handed over. */
    public String fullDate(Instant then) {
        return language.date(then.atZone(zone), LocalDate.EPOCH);
    }

    public String time(Instant then) {
        return language.time(then.atZone(zone));
    }

    public String dateTime(Instant then) {
        return language.dateTime(then.atZone(zone), LocalDate.now(clock.withZone(zone)));
    }

    /** Today only the time, else the day and the time. */
    public String when(Instant then) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return then.atZone(zone).toLocalDate().equals(today) ? time(then) : dateTime(then);
    }

    /** How long ago or until then: “il y a 5 min”, “dans 2 h”. */
    public String ago(Instant then) {
        Duration passed = Duration.between(then, clock.instant());
        Duration distance = passed.abs();
        if (distance.toMinutes() < 1) {
            return t("web.ago.now");
        }
        String unit = distance.toHours() < 1 ? "minutes" : distance.toDays() < 1 ? "hours" : "days";
        long count =
                switch (unit) {
                    case "minutes" -> distance.toMinutes();
                    case "hours" -> distance.toHours();
                    default -> distance.toDays();
                };
        return t((passed.isNegative() ? "web.in." : "web.ago.") + unit, count);
    }

    public boolean isPast(Instant then) {
        return then.isBefore(clock.instant());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.numbers()).format(number);
    }

    /** A language by its name in the reader's: “Lingala”; a tag that nobody knows as it is. */
    public String languageName(String tag) {
        Locale spoken = Locale.forLanguageTag(tag.replace('_', '-'));
        String ours = "web.language." + spoken.getLanguage();
        if (texts.keys(language).contains(ours)) {
            return t(ours);
        }
        String name = spoken.getDisplayLanguage(language.locale());
        return name.isEmpty() ? tag : name;
    }

    public @Nullable SignedIn who() {
        return who;
    }

    public Language language() {
        return language;
    }

    /** That of sentences which only stand in those of the work side; else French. */
    public Language workLanguage() {
        return language.isSpokenAtWork() ? language : Language.FR;
    }

    /** Those in which this page can be read. */
    public List<Language> languages() {
        return surroundings.languages();
    }

    public Locale locale() {
        return language.locale();
    }

    /** The page's path, without its query. */
    public String path() {
        return surroundings.path();
    }

    /** Whether a link to this page may be shown to the reader; also false if there is none. */
    public boolean mayOpen(String path) {
        return AccessCheck.mayOpen(path, who);
    }

    /** The link that shows this very page in another language. */
    public String inLanguage(Language other) {
        return "/language/"
                + other.code()
                + "?back="
                + URLEncoder.encode(surroundings.address(), StandardCharsets.UTF_8);
    }

    public @Nullable Notice notice() {
        return surroundings.notice();
    }

    public Csrf csrf() {
        return surroundings.csrf().get();
    }

    public List<NavigationEntry> navigation() {
        return surroundings.navigation().get();
    }

    /** Whether the reader wants words alone. */
    public boolean isTextOnly() {
        return surroundings.reading() == Reading.TEXT;
    }

    /** The link that shows this very page the other way: words alone, or all of it. */
    public String inOtherReading() {
        return "/reading/"
                + (isTextOnly() ? Reading.FULL : Reading.TEXT).key()
                + "?back="
                + URLEncoder.encode(surroundings.address(), StandardCharsets.UTF_8);
    }

    /** How much waits for the reader at this path; nothing for a stranger. */
    public long waiting(String path) {
        return surroundings.waiting().applyAsLong(path);
    }

    /** The lasting address of one of our files, which changes when the file does. */
    public String asset(String name) {
        return surroundings.assets().address(name);
    }
}
