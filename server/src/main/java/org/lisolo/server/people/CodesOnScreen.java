package org.lisolo.server.people;

/**
 * Whose codes the sign-in page shows beside the field, in place of a phone. Only the sample
 * hospital has such a bean, for its invented people.
 */
public interface CodesOnScreen {
    boolean includes(SignedIn who);
}
