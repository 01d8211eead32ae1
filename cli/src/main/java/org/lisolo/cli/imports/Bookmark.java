package org.lisolo.cli.imports;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** How far a file was sent, in a file beside it; it holds numbers and the server's address. */
final class Bookmark {
    private final @Nullable Path path;
    private final Properties noted;

    private Bookmark(@Nullable Path path, Properties noted) {
        this.path = path;
        this.noted = noted;
    }

    /** For what can't be read again. */
    static Bookmark none() {
        return new Bookmark(null, new Properties());
    }

    /** What was noted for this file and server; of another, or of a file that changed, nothing. */
    static Bookmark of(Path file, URI server, boolean fromStart) throws IOException {
        Path path = file.resolveSibling(file.getFileName() + ".lisolo-import");
        Properties noted = new Properties();
        if (!fromStart && Files.exists(path)) {
            try (Reader in = Files.newBufferedReader(path)) {
                noted.load(in);
            }
        }
        String size = String.valueOf(Files.size(file));
        String changed = Files.getLastModifiedTime(file).toString();
        boolean same =
                server.toString().equals(noted.getProperty("server"))
                        && size.equals(noted.getProperty("size"))
                        && changed.equals(noted.getProperty("changed"));
        if (!same) {
            noted.clear();
        }
        noted.setProperty("server", server.toString());
        noted.setProperty("size", size);
        noted.setProperty("changed", changed);
        return new Bookmark(path, noted);
    }

    /** Bytes of the unpacked file that are dealt with. */
    long position() {
        return number("position");
    }

    long line() {
        return number("line");
    }

    Tally tally() {
        return new Tally(
                number("accepted"),
                number("known"),
                number("ignored"),
                number("set-aside"),
                number("refused"));
    }

    /** Further by so much; whoever reads the file meanwhile sees the old state or the new one. */
    void move(long bytes, long lines, Tally tally) throws IOException {
        note("position", position() + bytes);
        note("line", line() + lines);
        note("accepted", tally.accepted());
        note("known", tally.known());
        note("ignored", tally.ignored());
        note("set-aside", tally.setAside());
        note("refused", tally.refused());
        if (path != null) {
            Path next = path.resolveSibling(path.getFileName() + "-next");
            try (Writer out = Files.newBufferedWriter(next)) {
                noted.store(out, null);
            }
            Files.move(
                    next,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void remove() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }

    private void note(String name, long value) {
        noted.setProperty(name, String.valueOf(value));
    }

    private long number(String name) {
        String value = noted.getProperty(name, "0");
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
