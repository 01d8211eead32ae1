package org.lisolo.server.people.verification;

import org.lisolo.server.platform.Problem;

/** A paper shown to prove a claim. */
final class Document {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int MOST = 4;

    private static final int[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final int[] JPEG = {0xff, 0xd8, 0xff};
    private static final int[] PNG = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    private final String name;
    private final String type;
    private final byte[] content;

    /**
     * As kept.
     *
     * @param type found in its first bytes, whatever its name says
     */
    Document(String name, String type, byte[] content) {
        this.name = name;
        this.type = type;
        this.content = content;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    /**
     * Checked.
     *
     * @throws Problem if it is too large, or neither PDF, JPEG nor PNG
     */
    static Document of(String name, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw problem("people.verification.document.large");
        }
        String type;
        if (begins(content, PDF)) {
            type = "application/pdf";
        } else if (begins(content, JPEG)) {
            type = "image/jpeg";
        } else if (begins(content, PNG)) {
            type = "image/png";
        } else {
            throw problem("people.verification.document.type");
        }
        return new Document(name, type, content);
    }

    static Problem problem(String code) {
        return Problem.invalid(code, MOST, MOST_BYTES / 1024 / 1024).atField("documents");
    }

    private static boolean begins(byte[] content, int[] with) {
        if (content.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((content[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "a document of " + content.length + " bytes";
    }
}
