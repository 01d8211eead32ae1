package org.lisolo.screening.phi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says findings in a safe way. */
final class SafeWording {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final Pattern BLANKS = Pattern.compile("[ \\u00A0\\t]{0,4}");
    private static final Pattern PARTS_OF_A_PLACE =
            Pattern.compile("[ \\u00A0\\t]{0,4}[,–-]?[ \\u00A0\\t]{0,4}");
    private static final int LONGEST_LEAD = 16;

    /** What leads to a day, at the end of what stands before it. */
    private static final Pattern LEAD =
            Pattern.compile(
                    "(?<![\\p{L}\\d'’])((?:(?:depuis|dès|avant|après|vers|since|by) )?(?:le|the)"
                            + "|jusqu['’]au|on the|du|au|on)\\s{1,4}$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What leads to a year instead. */
    private static final Map<String, String> BEFORE_A_YEAR =
            Map.of("le", "en", "du", "de", "au", "à", "on", "in", "on the", "in", "the", "");

    private SafeWording() {}

    static String of(CharSequence text, List<PhiFinding> findings, Locale language) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        String last = "";
        for (PhiFinding finding : findings) {
            boolean says =
                    finding.category() != PhiCategory.STORY
                            && !finding.isPublic()
                            && finding.span().start() >= at;
            if (says) {
                int start = finding.span().start();
                String instead = instead(finding, finding.span().in(text), language);
                boolean isSaid =
                        instead.equals(last)
                                && instead.startsWith("[")
                                && isOne(finding.category(), text.subSequence(at, start));
                if (!isSaid) {
                    if (finding.category() == PhiCategory.DATE && YEAR.matcher(instead).matches()) {
                        lead(text, at, start, safe);
                    } else {
                        safe.append(text, at, start);
                    }
                    safe.append(instead);
                }
                last = instead;
                at = finding.span().end();
            }
        }
        return safe.append(text, at, text.length()).toString();
    }

    /** Whether what stands between two of a kind leaves them one: a street and its town. */
    private static boolean isOne(PhiCategory category, CharSequence between) {
        return (category == PhiCategory.LOCATION ? PARTS_OF_A_PLACE : BLANKS)
                .matcher(between)
                .matches();
    }

    /** What stands before a date, such that a year can follow: en 2026 for le 3 mai 2026. */
    private static void lead(CharSequence text, int from, int to, StringBuilder safe) {
        Matcher lead =
                LEAD.matcher(text)
                        .useTransparentBounds(true)
                        .region(Math.max(from, to - LONGEST_LEAD), to);
        if (!lead.find()) {
            safe.append(text, from, to);
            return;
        }
        String said = lead.group(1);
        String instead = yearLead(said);
        safe.append(text, from, lead.start()).append(instead);
        if (!instead.isEmpty()) {
            safe.append(text, lead.end(1), to);
        }
    }

    private static String yearLead(String said) {
        String small = said.toLowerCase(Locale.ROOT);
        String lead = BEFORE_A_YEAR.get(small);
        if (lead == null) {
            lead = small.replaceFirst(" (?:le|the)$", "").replaceFirst("au$", "en");
        }
        if (lead.isEmpty() || !Character.isUpperCase(said.charAt(0))) {
            return lead;
        }
        return said.equals(said.toUpperCase(Locale.ROOT)) && said.length() > 1
                ? lead.toUpperCase(Locale.ROOT)
                : Character.toUpperCase(lead.charAt(0)) + lead.substring(1);
    }

    private static String instead(PhiFinding finding, CharSequence written, Locale language) {
        if (finding.category() == PhiCategory.DATE) {
            Matcher year = YEAR.matcher(written);
            if (year.find()) {
                return year.group();
            }
        }
        return PhiWording.of("instead." + finding.category().key(), language);
    }
}
