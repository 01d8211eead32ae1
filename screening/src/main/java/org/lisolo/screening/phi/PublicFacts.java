package org.lisolo.screening.phi;

import org.lisolo.screening.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the caller says may be public: own staff, own numbers and addresses, ministers, historical
 * dates. Letters are compared without case, accents and titles, numbers by their last nine digits.
 * A name's parts are public only in the company of at least one more: of <i>Dr Awa Ilunga</i> also
 * <i>Ilunga Awa</i>, but neither alone; of an address or a place of care, also how it begins, and
 * not its town alone. Immutable.
 */
public final class PublicFacts {
    /** Nothing is public. */
    public static final PublicFacts NONE = new PublicFacts(List.of());

    private static final int NUMBER = 9;
    private static final Set<String> WEB = Set.of("http", "https", "www");

    private final Map<String, String> byWords = new HashMap<>();
    private final Map<String, String> byNumber = new HashMap<>();
    private final List<Known> known = new ArrayList<>();

    /**
     * Something public.
     *
     * @param text a name, a place, a date, a number, an address
     * @param because the reason given with findings of it, such as <i>own staff</i>
     */
    public record Fact(String text, String because) {}

    private record Known(List<String> words, String because) {}

    /** Facts, of which the first that fits a finding gives its reason. */
    public PublicFacts(List<Fact> facts) {
        for (Fact fact : facts) {
            String words = words(fact.text());
            if (!words.isEmpty()) {
                byWords.putIfAbsent(words, fact.because());
                known.add(new Known(List.of(words.split(" ", -1)), fact.because()));
            }
            String number = number(fact.text());
            if (!number.isEmpty()) {
                byNumber.putIfAbsent(number, fact.because());
            }
        }
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (String word : Words.fold(text).split(" ", -1)) {
            if ((Lexicon.standard().kinds(Tokens.hash(word)) & Lexicon.TITLE) == 0) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        return words.toString();
    }

    private static String number(String text) {
        String digits = Numbers.digits(text);
        return digits.length() < NUMBER ? "" : digits.substring(digits.length() - NUMBER);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Findings in a text, those of something public said to be so. */
    public List<PhiFinding> tell(CharSequence text, List<PhiFinding> findings) {
        if (isEmpty()) {
            return findings;
        }
        return findings.stream()
                .map(
                        one ->
                                new PhiFinding(
                                        one.span(),
                                        one.category(),
                                        one.confidence(),
                                        one.reason(),
                                        because(one.span().in(text).toString(), one.category())))
                .toList();
    }

    /** Why a stretch of a text is public, if it is. */
    Optional<String> because(String stretch, PhiCategory category) {
        if (isEmpty()) {
            return Optional.empty();
        }
        String words = words(stretch);
        Optional<String> whole = Optional.ofNullable(byWords.get(words));
        if (whole.isPresent()) {
            return whole;
        }
        if (category == PhiCategory.PHONE
                || category == PhiCategory.FAX
                || category == PhiCategory.ACCOUNT) {
            return Optional.ofNullable(byNumber.get(number(stretch)));
        }
        List<String> parts = List.of(words.split(" ", -1));
        return switch (category) {
            case NAME -> first(parts, k -> k.words.containsAll(parts));
            case LOCATION -> first(parts, k -> begins(k.words, parts));
            case URL -> first(parts, k -> bare(k.words).equals(bare(parts)));
            default -> Optional.empty();
        };
    }

    private Optional<String> first(List<String> parts, Predicate<Known> fits) {
        return parts.size() < 2
                ? Optional.empty()
                : known.stream().filter(fits).findFirst().map(Known::because);
    }

    private static boolean begins(List<String> whole, List<String> parts) {
        return parts.size() <= whole.size() && whole.subList(0, parts.size()).equals(parts);
    }

    /** An address of the web without what is the same in all of them. */
    private static List<String> bare(List<String> words) {
        return words.stream().filter(word -> !WEB.contains(word)).toList();
    }
}
