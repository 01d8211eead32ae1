package org.lisolo.screening.phi;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A phone number: one that the numbering plans know (libphonenumber), of any country with its code,
 * of DR Congo, Rwanda, France or the United States without; or one written as numbers are there, of
 * which the sequence model is told.
 */
final class PhoneNumber implements Recogniser {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final long TRIES = 1000;

    /** A stretch that may be one: 9 to 15 digits in groups. */
    private static final TokenForm STRETCH =
            new TokenForm(
                    "(?<!\\d)(?:\\+|00|\\()?\\d(?:[ .\\-()/]{0,2}\\d){6,16}+(?:"
                            + " ?(?:x|ext\\.?|poste) ?\\d{1,5})?(?!\\d)",
                    "+(");

    private static final Pattern DAY = Pattern.compile("(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?!\\d)");

    /** Figures each in a box of their own, as scanned forms have numbers of any kind. */
    private static final Pattern APART = Pattern.compile("(?:\\d ){6,}\\d");

    private static final Pattern AMERICAN =
            Pattern.compile("\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]\\d{4}(?: ?x ?\\d{1,5})?");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.hasDigits(7);
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        STRETCH.findAtDigits(
                reading, match -> look(match.group(), match.start(), match.end(), found));
    }

    private static void look(String written, int start, int end, List<Candidate> found) {
        if (!DAY.matcher(written).lookingAt()
                && !APART.matcher(written).matches()
                && !known(written, start, found)
                && (written.startsWith("+") || AMERICAN.matcher(written).matches())) {
            found.add(hint(start, end));
        }
    }

    private static boolean known(String written, int start, List<Candidate> found) {
        int digits = Numbers.digits(written).length();
        if (digits < 9 || digits > 15) {
            return false;
        }
        boolean abroad = written.startsWith("+") || written.startsWith("00");
        String region =
                abroad || isCongolese(written) ? "CD" : written.startsWith("0") ? "FR" : "US";
        if (!abroad && !region.equals("US") && written.indexOf('/') >= 0) {
            return false;
        }
        boolean any = false;
        for (PhoneNumberMatch match :
                PLANS.findNumbers(
                        written.replace("00243", "+243"), region, Leniency.VALID, TRIES)) {
            int end = Math.min(match.end(), written.length());
            found.add(
                    new Candidate(
                            start + Math.min(match.start(), end),
                            start + (written.startsWith("00243") ? written.length() : end),
                            PhiCategory.PHONE,
                            abroad ? 0.99 : 0.9,
                            "phone",
                            abroad ? Candidate.Weight.PROOF : Candidate.Weight.RULE));
            any = true;
        }
        return any;
    }

    private static boolean isCongolese(String written) {
        String digits = Numbers.digits(written);
        return digits.length() == 10 && digits.matches("0(8[0-9]|9[0-9]).*");
    }

    private static Candidate hint(int start, int end) {
        return new Candidate(
                start, end, PhiCategory.PHONE, 0.6, "phone.like", Candidate.Weight.HINT);
    }
}
