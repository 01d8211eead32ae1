package org.lisolo.server.platform.pictures;

/** What a file is by its first bytes, whatever its name says. */
enum PictureFormat {
    JPEG,
    PNG,
    WEBP,
    OTHER;

    static PictureFormat of(byte[] bytes) {
        if (has(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (has(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return PNG;
        }
        return has(bytes, 0, 'R', 'I', 'F', 'F') && has(bytes, 8, 'W', 'E', 'B', 'P')
                ? WEBP
                : OTHER;
    }

    private static boolean has(byte[] bytes, int at, int... signature) {
        if (bytes.length < at + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[at + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
