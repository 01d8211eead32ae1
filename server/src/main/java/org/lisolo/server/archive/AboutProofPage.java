package org.lisolo.server.archive;

/**
 * How the platform proves what it keeps.
 *
 * @param entries how many the log has now
 * @param verifierKey with which anyone checks its signatures
 */
public record AboutProofPage(long entries, String verifierKey) {}
