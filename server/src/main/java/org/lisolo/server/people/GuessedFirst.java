package org.lisolo.server.people;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Passwords that are guessed first: those made of little more than words that everybody uses,
 * however they are disguised with digits and signs. The words are our own list, from what is
 * publicly known of leaked passwords, and from here.
 */
final class GuessedFirst {
    /** What must be left over beside the common words. */
    private static final int LETTERS_LEFT = 6;

    /** The longest first, so that no short one breaks a long one up. */
    private static final List<String> WORDS =
            Stream.of(
                            "password passwort passw0rd motdepasse motdepass mdp neno siri",
                            "qwertyuiop qwerty qwertz azertyuiop azerty asdfghjkl asdfgh zxcvbnm",
                            "wxcvbn abcdefghijkl abcdefgh abcdef abcd abc",
                            "administrator administrateur administration admin root user",
                            "utilisateur guest invite test demo secret login connexion",
                            "welcome bienvenue bienvenu bonjour hello mbote jambo karibu salut",
                            "letmein changeme changezmoi opensesame trustno1 iloveyou jetaime",
                            "nakolingayo loveyou monamour amour bebe cheri cherie soleil sunshine",
                            "princess princesse football monkey dragon master shadow superman",
                            "batman michael jesus jesuschrist dieu nzambe mungu god amen maman",
                            "papa mama doudou marseille chocolat bisous",
                            "lisolo kinshasa lubumbashi goma bukavu congo rdcongo kongo zaire",
                            "afrique africa hopital hospital clinique sante health medecin",
                            "docteur doctor infirmier infirmiere")
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();

    private GuessedFirst() {}

    static boolean includes(String password) {
        String rest = letters(password);
        for (String word : WORDS) {
            rest = rest.replace(word, " ");
        }
        return rest.chars().filter(Character::isLetter).distinct().count() < LETTERS_LEFT;
    }

    /** Without accents, and with the usual signs read as the letters they stand for. */
    private static String letters(String password) {
        return Normalizer.normalize(password.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('@', 'a')
                .replace('$', 's')
                .replace('0', 'o')
                .replace('3', 'e')
                .replaceAll("[^\\p{L}]", "");
    }
}
