package org.lisolo.server.people.members;

import com.ibm.icu.text.SpoofChecker;

import org.lisolo.server.platform.Problem;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a member of the public is called, in Latin letters.
 *
 * @param shown as they wrote it
 */
record Pseudonym(String shown) {
    static final int SHORTEST = 3;
    static final int LONGEST = 30;

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[\\p{IsLatin}\\p{M}0-9]([\\p{IsLatin}\\p{M}0-9"
                            + " ._'’-]*[\\p{IsLatin}\\p{M}0-9])");
    private static final Pattern NUMBER = Pattern.compile("\\d([ ._-]?\\d){6}");
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

    /** Nobody speaks for the place or for an authority by their name alone. */
    private static final Set<String> RESERVED =
            likenesses(
                    "lisolo admin administrateur administrator administration moderateur moderator"
                        + " moderation support aide help officiel official ministere ministry"
                        + " gouvernement oms unicef msf hopital hospital clinique police urgence"
                        + " urgences emergency securite security systeme system root anonyme"
                        + " anonymous personne nobody moi membre member compte account");

    /** They would be taken for what only a badge can say. */
    private static final Set<String> TITLES =
            likenesses(
                    "dr docteur doctor pr professeur professor medecin infirmier infirmiere nurse"
                            + " pharmacien pharmacist sagefemme midwife lisolo admin");

    /**
     * Checked.
     *
     * @throws Problem if it is too short or long, holds other signs or a number that could be a
     *     phone's, or would be taken for an authority
     */
    static Pseudonym of(String typed) {
        String shown =
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).replaceAll("\\s+", " ");
        if (shown.length() < SHORTEST || shown.length() > LONGEST) {
            throw problem("people.pseudonym.length", SHORTEST, LONGEST);
        }
        if (!SHAPE.matcher(shown).matches() || NUMBER.matcher(shown).find()) {
            throw problem("people.pseudonym.signs");
        }
        var pseudonym = new Pseudonym(shown);
        if (RESERVED.contains(pseudonym.likeness())
                || Arrays.stream(shown.split("[ ._'’-]+"))
                        .map(Pseudonym::likeness)
                        .anyMatch(TITLES::contains)) {
            throw problem("people.pseudonym.reserved");
        }
        return pseudonym;
    }

    /**
     * The same for all that readers would take for each other: case, accents, 0 and o, rn and m.
     */
    String likeness() {
        return likeness(shown);
    }

    private static String likeness(String text) {
        String plain = bare(text.toLowerCase(Locale.ROOT));
        String skeleton = bare(LOOKS.getSkeleton(plain).toLowerCase(Locale.ROOT));
        return skeleton.replace('i', 'l').replace('0', 'o').replace('1', 'l').replace("rn", "m");
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> likenesses(String words) {
        return Arrays.stream(words.split(" "))
                .map(Pseudonym::likeness)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Problem problem(String code, Object... arguments) {
        return Problem.invalid(code, arguments).atField("pseudonym");
    }
}
