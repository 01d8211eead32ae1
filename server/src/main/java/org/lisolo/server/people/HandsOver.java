package org.lisolo.server.people;

/**
 * A module in which things are somebody's within an organisation. When that person leaves, they go
 * to a colleague in the same step; each such module has a bean of this kind.
 */
public interface HandsOver {
    /** Key of the sentence that says how many there are. */
    String words();

    /** How many things are theirs there. */
    long count(AccountId owner, OrganisationId organisation);

    /** Whether this colleague could look after them. */
    boolean suits(Colleague successor);

    /** Within the caller's transaction. */
    void handOver(AccountId from, AccountId to, OrganisationId organisation, AccountId by);
}
