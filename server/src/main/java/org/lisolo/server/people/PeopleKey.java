package org.lisolo.server.people;

import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The seal of what is personal in this module. Thread-safe. */
@Component
public final class PeopleKey {
    static final String PURPOSE = "people";

    private final Seal seal;

    @Autowired
    PeopleKey(Vault vault, OldPeopleKey old) {
        this(vault.of(PURPOSE, old::keys));
    }

    public PeopleKey(Seal seal) {
        this.seal = seal;
    }

    public Seal seal() {
        return seal;
    }

    public byte[] seal(byte[] plain, String place) {
        return seal.seal(plain, place);
    }

    public byte[] seal(String plain, String place) {
        return seal.seal(plain, place);
    }

    public byte[] open(byte[] sealed, String place) {
        return seal.open(sealed, place);
    }

    public String openText(byte[] sealed, String place) {
        return seal.openText(sealed, place);
    }

    /** The hash to keep. */
    public byte[] lookup(String text, String place) {
        return seal.lookup(text, place);
    }

    /** All hashes under which it may have been kept: look for any of them. */
    public byte[][] lookups(String text, String place) {
        return seal.lookups(text, place);
    }
}
