package org.lisolo.server.web;

import org.lisolo.server.platform.DateWords;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages the pages speak. French is the base: a page that another language has not all words
 * for is in French. On the work side, only French and English are spoken.
 */
public enum Language {
    FR("Français", true, true, "H 'h' mm", " à "),
    EN("English", true, true, "HH:mm", " at "),
    LN("Lingala", false, false, "H 'h' mm", " na "),
    // no “saa”: on the Swahili clock the day begins at six, and saa mbili is 8:00
    SW("Kiswahili", false, false, "HH:mm", ", ");

    private static final List<Language> ALL = List.of(values());
    private static final List<Language> AT_WORK =
            ALL.stream().filter(Language::isSpokenAtWork).toList();

    private final String ownName;
    private final boolean spokenAtWork;
    private final boolean reviewed;
    private final Locale locale;
    private final DateTimeFormatter time;
    private final String joint;

    Language(String ownName, boolean spokenAtWork, boolean reviewed, String time, String joint) {
        this.ownName = ownName;
        this.spokenAtWork = spokenAtWork;
        this.reviewed = reviewed;
        this.locale = Locale.of(name().toLowerCase(Locale.ROOT));
        this.time = DateTimeFormatter.ofPattern(time, Locale.ROOT);
        this.joint = joint;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Those in which a page can be read, in the order in which they are offered. */
    static List<Language> spoken(boolean atWork) {
        return atWork ? AT_WORK : ALL;
    }

    /** As in a {@code lang} attribute. */
    public String code() {
        return locale.getLanguage();
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    boolean isSpokenAtWork() {
        return spokenAtWork;
    }

    /** Whether people who grew up with it have read its words; else each page says so. */
    public boolean isReviewed() {
        return reviewed;
    }

    public Locale locale() {
        return locale;
    }

    /** By whose customs numbers are written: those of Congo, where a comma stands before tenths. */
    Locale numbers() {
        return spokenAtWork ? locale : Locale.of(code(), "CD");
    }

    /** “12 mars”, with the year unless it is this one. */
    String date(ZonedDateTime then, LocalDate today) {
        return unbroken(day(then, today));
    }

    String time(ZonedDateTime then) {
        return unbroken(time.format(then));
    }

    /** “12 mars à 14 h 05”, with the year unless it is this one. */
    String dateTime(ZonedDateTime then, LocalDate today) {
        return unbroken(day(then, today) + joint + time.format(then));
    }

    /** In French the first of a month is “1er”. */
    private String day(ZonedDateTime then, LocalDate today) {
        String number = this == FR && then.getDayOfMonth() == 1 ? "1er" : "" + then.getDayOfMonth();
        String month = DateWords.month(then.getMonth(), locale);
        String year = then.getYear() == today.getYear() ? "" : " " + then.getYear();
        return number + " " + month + year;
    }

    private static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }
}
