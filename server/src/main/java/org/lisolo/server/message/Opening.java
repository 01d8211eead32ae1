package org.lisolo.server.message;

/**
 * What opens the commitment of an event's leaf: whoever has it can check that the log holds just
 * this content.
 *
 * @param canonical the content as {@link org.lisolo.ledger.CanonicalBytes} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // openings are hashed, never compared
public record Opening(byte[] salt, byte[] canonical) {}
