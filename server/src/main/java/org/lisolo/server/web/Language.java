package org.lisolo.server.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the pages speak. French is the base: what another lacks is said in French. */
public enum Language {
    FR("Français", "d MMMM", "H 'h' mm", " 'à' "),
    EN("English", "d MMMM", "HH:mm", " 'at' ");

    private final String ownName;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter time;
    private final DateTimeFormatter dayAndTime;
    private final DateTimeFormatter full;

    Language(String ownName, String day, String time, String joint) {
        this.ownName = ownName;
        this.locale = Locale.of(name().toLowerCase(Locale.ROOT));
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.dayAndYear = DateTimeFormatter.ofPattern(day + " yyyy", locale);
        this.time = DateTimeFormatter.ofPattern(time, locale);
        this.dayAndTime = DateTimeFormatter.ofPattern(day + joint + time, locale);
        this.full = DateTimeFormatter.ofPattern(day + " yyyy" + joint + time, locale);
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** As in a {@code lang} attribute. */
    public String code() {
        return locale.getLanguage();
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** “12 mars”, with the year unless it is this one. */
    String date(ZonedDateTime then, LocalDate today) {
        return withFirstOfMonth(
                (then.getYear() == today.getYear() ? day : dayAndYear).format(then), then);
    }

    String time(ZonedDateTime then) {
        return unbroken(time.format(then));
    }

    /** “12 mars à 14 h 05”, with the year unless it is this one. */
    String dateTime(ZonedDateTime then, LocalDate today) {
        var format = then.getYear() == today.getYear() ? dayAndTime : full;
        return withFirstOfMonth(format.format(then), then);
    }

    /** In French the first of a month is “1er”. */
    private String withFirstOfMonth(String text, ZonedDateTime then) {
        boolean first = this == FR && then.getDayOfMonth() == 1;
        return unbroken(first ? text.replaceFirst("^1 ", "1er ") : text);
    }

    private static String unbroken(String text) {
        return text.replace(' ', '\u00a0');
    }
}
