package org.lisolo.bench.bare;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The server's own jar with {@link BareApplication} in the place of all that is ours: the same
 * loader, the same libraries in the same form.
 */
public final class BareJar {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String SETTINGS =
            """
            spring.main.banner-mode=off
            spring.threads.virtual.enabled=true
            spring.session.jdbc.initialize-schema=always
            spring.flyway.baseline-on-migrate=true
            management.server.address=127.0.0.1
            """;

    private BareJar() {}

    /** Makes it of the server's jar. */
    public static void write(Path server, Path target) throws IOException {
        try (JarFile jar = new JarFile(server.toFile());
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream out = new JarOutputStream(file, manifest(jar))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isKept(entry.getName())) {
                    copy(jar, entry, out);
                }
            }
            String application = "org/lisolo/bench/bare/BareApplication.class";
            try (InputStream bytes = BareJar.class.getResourceAsStream("/" + application)) {
                if (bytes == null) {
                    throw new IOException(application + " is not on the class path");
                }
                add(out, CLASSES + application, bytes.readAllBytes());
            }
            add(out, CLASSES + "application.properties", SETTINGS.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Manifest manifest(JarFile jar) throws IOException {
        Manifest manifest = new Manifest(jar.getManifest());
        Attributes main = manifest.getMainAttributes();
        main.putValue("Start-Class", BareApplication.class.getName());
        return manifest;
    }

    /** All but our classes, our modules' jars, and the lists of both. */
    private static boolean isKept(String name) {
        return !name.equals(JarFile.MANIFEST_NAME)
                && (name.equals(CLASSES) || !name.startsWith(CLASSES))
                && !name.startsWith("META-INF/spring")
                && !name.endsWith(".idx")
                && !name.matches("BOOT-INF/lib/(start|screening|ledger)-.*\\.jar");
    }

    private static void copy(JarFile jar, JarEntry entry, JarOutputStream out) throws IOException {
        // jars within are stored and not compressed: the loader reads them where they lie
        JarEntry copy = new JarEntry(entry.getName());
        copy.setMethod(entry.getMethod());
        if (entry.getMethod() == JarEntry.STORED) {
            copy.setSize(entry.getSize());
            copy.setCompressedSize(entry.getSize());
            copy.setCrc(entry.getCrc());
        }
        out.putNextEntry(copy);
        try (InputStream bytes = jar.getInputStream(entry)) {
            bytes.transferTo(out);
        }
        out.closeEntry();
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
