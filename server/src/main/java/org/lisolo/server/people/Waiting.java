package org.lisolo.server.people;

/** The number beside a word of the navigation: how much waits there for a person. */
public interface Waiting {
    /** The path of the navigation's entry, such as {@code /work/cases}. */
    String path();

    long count(SignedIn who);
}
