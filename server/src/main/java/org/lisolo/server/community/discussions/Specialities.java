package org.lisolo.server.community.discussions;

import org.lisolo.server.community.words.Hashtag;
import org.lisolo.server.people.Vocation;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a question says to which speciality it is put: by a hashtag, which people type, too. */
final class Specialities {
    private static final Set<String> ALL =
            Vocation.all().stream()
                    .filter(one -> one.kind() == Vocation.Kind.SPECIALITY)
                    .flatMap(one -> tags(one).stream())
                    .collect(Collectors.toUnmodifiableSet());

    private Specialities() {}

    /** For example {@code MédecineInterne}. */
    static String tag(Vocation speciality) {
        var tag = new StringBuilder();
        for (String word : speciality.french().split("[^\\p{L}]+", -1)) {
            if (!word.isEmpty()) {
                tag.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return tag.toString();
    }

    /** All that people may call any of them. */
    static Set<String> allTags() {
        return ALL;
    }

    /** All that people may call it. */
    static Set<String> tags(Vocation speciality) {
        Set<String> tags = new TreeSet<>();
        Stream.concat(
                        Stream.of(
                                tag(speciality),
                                speciality.english(),
                                speciality.lingala(),
                                speciality.kiswahili()),
                        speciality.also().stream())
                .map(Hashtag::of)
                .filter(tag -> tag.length() > 1)
                .forEach(tags::add);
        return tags;
    }
}
