package org.lisolo.server.directory;

/**
 * An entry in a list of the public side.
 *
 * @param calling profession and specialities, or the kind of facility
 * @param place where it is, in one line
 * @param doors how they stand now
 * @param photo the address of a small picture, or empty
 * @param distance from where the reader looks, or nothing
 * @param joined when they came to the team, or empty
 * @param presented the newcomer's presentation, or empty
 */
public record EntryRow(
        String path,
        String name,
        String calling,
        String place,
        Said doors,
        boolean open,
        boolean emergency,
        String photo,
        String alt,
        Said distance,
        String joined,
        String presented) {
    EntryRow at(Said distance) {
        return new EntryRow(
                path, name, calling, place, doors, open, emergency, photo, alt, distance, joined,
                presented);
    }
}
