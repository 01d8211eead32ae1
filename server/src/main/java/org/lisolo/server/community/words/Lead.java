package org.lisolo.server.community.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a text that leads somewhere: an address, a work of science by its DOI or its number in
 * PubMed, a hashtag, a person.
 *
 * @param words as they were typed
 * @param to the address, or the person's name
 */
record Lead(Kind kind, int start, String words, String to) {
    enum Kind {
        ADDRESS,
        WORK,
        TAG,
        PERSON
    }

    private static final Pattern LEADS =
            Pattern.compile(
                    "(?=[hH1dDpP#@])(?:" // most places begin none, and are told apart by one sign
                            + "(?<address>(?i:https?)://[^\\s<>\"]{1,2000})"
                            + "|(?<![\\p{L}\\p{N}/.])(?:(?i:doi):\\s?)?"
                            + "(?<doi>10\\.\\d{4,9}/[^\\s<>\"]{1,300})|(?<![\\p{L}\\p{N}])(?i:PMID|PubMed):?["
                            + " \\u00a0]?(?<pmid>\\d{1,8})(?!\\d)"
                            + "|(?<![\\p{L}\\p{N}_/&#])#(?<tag>\\p{L}[\\p{L}\\p{M}\\p{N}_]{1,49})"
                            + "|(?<![\\p{L}\\p{N}])@(?=\\p{L}))");

    /** What ends a sentence after an address is no part of it. */
    private static final Pattern END = Pattern.compile("[.,;:!?»”’'*_]+$");

    int end() {
        return start + words.length();
    }

    /** From the left to the right. */
    static List<Lead> in(String text, Collection<String> people) {
        List<Lead> leads = new ArrayList<>();
        Matcher found = LEADS.matcher(text);
        int from = 0;
        while (found.find(from)) {
            Optional<Lead> lead = lead(found, text, people);
            lead.ifPresent(leads::add);
            from = Math.max(found.start() + 1, lead.map(Lead::end).orElse(found.end()));
        }
        return leads;
    }

    private static Optional<Lead> lead(Matcher found, String text, Collection<String> people) {
        if (found.group("address") != null) {
            String address = trimmed(found.group("address"));
            return Optional.of(new Lead(Kind.ADDRESS, found.start(), address, address))
                    .filter(one -> Address.isSafe(address));
        }
        if (found.group("doi") != null) {
            String doi = trimmed(found.group("doi"));
            int before = found.start("doi") - found.start();
            return Optional.of(
                    new Lead(
                            Kind.WORK,
                            found.start(),
                            text.substring(found.start(), found.start() + before + doi.length()),
                            "https://doi.org/" + Address.encoded(doi)));
        }
        if (found.group("pmid") != null) {
            return Optional.of(
                    new Lead(
                            Kind.WORK,
                            found.start(),
                            found.group(),
                            "https://pubmed.ncbi.nlm.nih.gov/" + found.group("pmid") + "/"));
        }
        if (found.group("tag") != null) {
            return Optional.of(
                    new Lead(
                            Kind.TAG,
                            found.start(),
                            found.group(),
                            Hashtag.path(Hashtag.of(found.group("tag")))));
        }
        return people.stream()
                .filter(name -> text.startsWith(name, found.end()))
                .filter(name -> endsAt(text, found.end() + name.length()))
                .max(Comparator.comparingInt(String::length))
                .map(name -> new Lead(Kind.PERSON, found.start(), "@" + name, name));
    }

    private static boolean endsAt(String text, int at) {
        return at >= text.length() || !Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static String trimmed(String address) {
        String plain = END.matcher(address).replaceFirst("");
        if (plain.endsWith(")") && plain.indexOf('(') < 0) {
            plain = END.matcher(plain.substring(0, plain.length() - 1)).replaceFirst("");
        }
        return plain;
    }
}
