package org.lisolo.server.people.letters;

/** Has the words of the bundles; implemented where the languages are known. */
public interface Wording {
    /** The sentence in this language, else in French. */
    String say(String language, String key, Object... arguments);
}
