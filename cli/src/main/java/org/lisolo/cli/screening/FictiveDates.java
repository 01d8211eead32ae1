package org.lisolo.cli.screening;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up dates in the many ways in which people write them. */
final class FictiveDates {
    private static final String[] TO_TWENTY =
            ("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
                            + " quinze seize dix-sept dix-huit dix-neuf vingt")
                    .split(" ", -1);
    private static final String[] TENS =
            "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt"
                    .split(" ", -1);

    private final SplittableRandom random;

    FictiveDates(SplittableRandom random) {
        this.random = random;
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    /** A number below 2100 in French words. */
    private String inWords(int number) {
        if (number >= 2000) {
            return number == 2000 ? "deux mille" : "deux mille " + inWords(number - 2000);
        }
        if (number >= 1000) {
            return "mille neuf cent " + inWords(number - 1900);
        }
        if (number <= 20) {
            return TO_TWENTY[number];
        }
        int ten = number / 10;
        int rest = ten == 7 || ten == 9 ? number - ten * 10 + 10 : number % 10;
        String gap = random.nextInt(2) == 0 ? "-" : " ";
        return TENS[ten]
                + (rest == 0 ? "" : (rest % 10 == 1 && ten < 8 ? " et " : gap) + TO_TWENTY[rest]);
    }

    /** A day, and at times the time of day with seconds. */
    String moment() {
        LocalDate day = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(20_000));
        return String.format(
                Locale.ROOT,
                "%s%s%02d:%02d:%02d",
                day,
                pick(" ", "T"),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60));
    }

    String date(boolean inFrench) {
        LocalDate day = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_600));
        Locale language = inFrench ? Locale.FRENCH : Locale.ENGLISH;
        String month = day.getMonth().getDisplayName(TextStyle.FULL, language);
        String brief = day.getMonth().getDisplayName(TextStyle.SHORT, language);
        int d = day.getDayOfMonth();
        int m = day.getMonthValue();
        int y = day.getYear();
        String two = String.format(Locale.ROOT, "%02d/%02d/%d", d, m, y);
        if (inFrench) {
            return pick(
                    two,
                    d + " " + month + " " + y,
                    d + " " + month,
                    month + " " + y,
                    d + "/" + m + "/" + y % 100,
                    two,
                    d + "-" + m + "-" + y,
                    day.toString(),
                    d + " " + brief + " " + y,
                    two.replace('/', '.'),
                    "1er " + month,
                    seldom(day, month, brief));
        }
        return pick(
                month + " " + d + ", " + y,
                month + " " + d + "th, " + y,
                d + " " + month + " " + y,
                m + "/" + d + "/" + y,
                brief + " " + d + ", " + y,
                month + " " + d + "th",
                month + " " + y,
                day.toString(),
                two,
                brief + " " + d + " '" + y % 100);
    }

    /** As dates are written seldom or by a hurried hand. */
    private String seldom(LocalDate day, String month, String brief) {
        int d = day.getDayOfMonth();
        int m = day.getMonthValue();
        int y = day.getYear();
        String two = String.format(Locale.ROOT, "%02d", m);
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH);
        return pick(
                weekday + " " + d + " " + month,
                weekday + " " + d + " " + month + " " + y,
                inWords(d) + " " + month + " " + inWords(y),
                weekday + " " + inWords(d) + " " + month + " " + inWords(y),
                inWords(d).replace(' ', '-') + " " + month,
                month + " " + inWords(y).replace("-", " "),
                d + "." + m + "." + y % 100,
                d + "/ " + two + "/" + y % 100,
                d + "/" + two + "/ " + y,
                d + " / " + two + " / " + y,
                y + "/" + two + "/" + d,
                two + " " + y,
                two + "/" + y,
                m + "/" + y,
                d + "-" + month + "-" + y,
                d + month.toUpperCase(Locale.FRENCH) + y,
                d + brief.replace(".", "") + y,
                month + " " + y % 100,
                brief + " " + y,
                d + "/" + m,
                String.format(Locale.ROOT, "%02d%02d%d", d, m, y),
                pick("fin ", "début ", "mi-") + month + pick("", " " + y),
                pick("fin ", "début ") + y,
                d + " " + month.toUpperCase(Locale.FRENCH) + " " + y,
                d + "-" + (d + 2) + " " + month);
    }

    /** A day in figures set apart, the first two of them now and then together. */
    String apart() {
        String apart = FictiveFacts.apart(day());
        return random.nextInt(5) == 0 ? apart.charAt(0) + apart.substring(2) : apart;
    }

    /** A day in eight figures. */
    String day() {
        LocalDate day = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_600));
        return String.format(
                Locale.ROOT,
                "%02d/%02d/%d",
                day.getDayOfMonth(),
                day.getMonthValue(),
                day.getYear());
    }

    String month(boolean inFrench) {
        return Month.of(1 + random.nextInt(12))
                .getDisplayName(TextStyle.FULL, inFrench ? Locale.FRENCH : Locale.ENGLISH);
    }
}
