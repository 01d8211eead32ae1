package org.lisolo.server.publishing.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the gate looks for. */
public enum Concern {
    /** Something that points at a person: it needs their release, or goes. */
    PERSON(Weight.STOPS),
    /** A picture on which somebody can be recognised: it needs their release, or goes. */
    PICTURE(Weight.STOPS),
    /** A picture of which nobody has said whether somebody can be recognised on it. */
    UNSAID(Weight.MENDS),
    /** A picture that is not described in words. */
    NAMELESS(Weight.MENDS),
    /** A place of the text that was to be filled in. */
    BLANK(Weight.MENDS),
    /** Words of a piece that no clinician has signed, or whose signature is past its date. */
    LAPSED(Weight.MENDS),
    /** More than the network takes. */
    LENGTH(Weight.MENDS),
    /** A medical claim, and no source is given. */
    CLAIM(Weight.STOPS),
    /** Words of an answer that confirm that somebody is or was cared for here. */
    CARE(Weight.STOPS),
    /** An amount of a medicine. */
    DOSE(Weight.STOPS),
    /** Advice to one person. */
    ADVICE(Weight.ASKS),
    /** A promise of results, or advertising of them. */
    ADVERTISING(Weight.STOPS),
    /** Something said of a colleague. */
    COLLEAGUE(Weight.ASKS),
    /** An invitation to be friends or to write in private. */
    BOUNDARY(Weight.ASKS),
    /** A rule of the organisation would raise an alert. */
    RULE(Weight.ASKS);

    /** What follows from a finding. */
    public enum Weight {
        /** Nothing leaves before it is mended; nobody can overrule it. */
        MENDS,
        /** Nothing leaves before it is mended, or overruled by who may. */
        STOPS,
        /** Whoever writes says that they have thought of it. */
        ASKS
    }

    private final Weight weight;

    Concern(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Concern> ofName(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
