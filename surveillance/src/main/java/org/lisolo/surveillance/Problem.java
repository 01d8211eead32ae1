package org.lisolo.surveillance;

/**
 * A caller's mistake: what was given cannot be worked with. The sentence is safe to show: it names
 * places, columns and settings, never more of the data than the one value at fault.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String place;
    private final String sentence;

    /**
     * A problem in words.
     *
     * @param code what kind of mistake it is, in kebab case, stable for programs
     * @param sentence what is wrong, without a full stop
     * @param place where: {@code file, line n}, {@code control b}, {@code series x, index n}
     */
    public Problem(String code, String sentence, String place) {
        super(place.isEmpty() ? sentence : place + ": " + sentence);
        this.code = code;
        this.place = place;
        this.sentence = sentence;
    }

    /** The same problem, its place within a larger one: {@code file, series x, index n}. */
    public Problem in(String larger) {
        return new Problem(code, sentence, place.isEmpty() ? larger : larger + ", " + place);
    }

    public String code() {
        return code;
    }

    public String place() {
        return place;
    }

    public String sentence() {
        return sentence;
    }
}
