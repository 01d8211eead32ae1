package org.lisolo.server.releases;

import org.lisolo.server.channels.ChannelKind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a permission is for.
 *
 * @param words each text as the public will read it; none where it is about pictures alone
 * @param written the language of the words, {@code fr} or {@code en}
 * @param places the kinds of channel on which it may stand
 * @param months for how long, from the day of the signature
 * @param paid whether the organisation is paid for it by somebody (45 CFR 164.508(a)(3)(ii))
 */
public record Scope(
        List<String> words,
        String written,
        Set<ChannelKind> places,
        Aim aim,
        int months,
        boolean paid) {
    /** The kinds of channel that a person can be asked about. */
    public static final Set<ChannelKind> PLACES =
            EnumSet.complementOf(EnumSet.of(ChannelKind.LISOLO));

    public static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

    static final int USUAL_MONTHS = 12;

    public Scope {
        words = words.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        places = Set.copyOf(places);
    }
}
