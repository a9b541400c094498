package org.clientele.duplicates;

/** Hashes of texts: 64 bits, in which two different texts are the same about once in ten thousand million million pairs. */
final class Mixed {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Mixed() {}

    /** The hash of a text among those of a kind. */
    static long of(long kind, CharSequence text) {
        long hash = start(kind);
        for (int i = 0; i < text.length(); i++) {
            hash = with(hash, text.charAt(i));
        }
        return end(hash);
    }

    static long start(long kind) {
        return with(START, kind);
    }

    static long with(long hash, long part) {
        return (hash ^ part) * PRIME;
    }

    /** Spreads what differs in a few bits over all (MurmurHash3, by Austin Appleby; public domain). */
    static long end(long hash) {
        long mixed = hash;
        mixed ^= mixed >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        mixed ^= mixed >>> 33;
        mixed *= 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
