package org.lisolo.bench.rules;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.lisolo.screening.Post;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;

/** Hyperscan 5 through Java's foreign functions: counts where words end, whatever their case. */
@SuppressWarnings("restricted") // the point of this class is to call native code
final class HyperscanEngine implements Engine {
    private static final int CASELESS = 1;
    private static final int BLOCK_MODE = 1;

    private final Arena arena = Arena.ofShared();
    private final MethodHandle scan;
    private final MemorySegment database;
    private final MemorySegment scratch;
    private final MemorySegment onMatch;
    private final MemorySegment buffer;
    private long hits;

    /**
     * @param library such as {@code /usr/lib/x86_64-linux-gnu/libhs.so.5}
     */
    HyperscanEngine(Path library, List<String> words) throws Throwable {
        Linker linker = Linker.nativeLinker();
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, arena);
        scan =
                linker.downcallHandle(
                        symbols.findOrThrow("hs_scan"),
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS,
                                ADDRESS));
        database = compile(linker, symbols, words);
        MemorySegment slot = arena.allocate(ADDRESS);
        MethodHandle allocate =
                linker.downcallHandle(
                        symbols.findOrThrow("hs_alloc_scratch"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        check((int) allocate.invokeExact(database, slot));
        scratch = slot.get(ADDRESS, 0);
        FunctionDescriptor handler =
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS);
        MethodType type = handler.toMethodType();
        MethodHandle count =
                MethodHandles.lookup().findVirtual(HyperscanEngine.class, "count", type);
        onMatch = linker.upcallStub(count.bindTo(this), handler, arena);
        buffer = arena.allocate(1 << 16);
    }

    private MemorySegment compile(Linker linker, SymbolLookup symbols, List<String> words)
            throws Throwable {
        MethodHandle compile =
                linker.downcallHandle(
                        symbols.findOrThrow("hs_compile_multi"),
                        FunctionDescriptor.of(
                                JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS,
                                ADDRESS, ADDRESS));
        MemorySegment expressions = arena.allocate(ADDRESS, words.size());
        MemorySegment flags = arena.allocate(JAVA_INT, words.size());
        MemorySegment ids = arena.allocate(JAVA_INT, words.size());
        for (int i = 0; i < words.size(); i++) {
            expressions.setAtIndex(ADDRESS, i, arena.allocateFrom(words.get(i)));
            flags.setAtIndex(JAVA_INT, i, CASELESS);
            ids.setAtIndex(JAVA_INT, i, i);
        }
        MemorySegment slot = arena.allocate(ADDRESS);
        MemorySegment error = arena.allocate(ADDRESS);
        check(
                (int)
                        compile.invokeExact(
                                expressions,
                                flags,
                                ids,
                                words.size(),
                                BLOCK_MODE,
                                MemorySegment.NULL,
                                slot,
                                error));
        return slot.get(ADDRESS, 0);
    }

    private static void check(int status) {
        if (status != 0) {
            throw new IllegalStateException("Hyperscan answered " + status);
        }
    }

    /** Called by Hyperscan for each match; 0 goes on. */
    int count(int id, long from, long to, int flags, MemorySegment context) {
        hits++;
        return 0;
    }

    @Override
    public String name() {
        return "(d) Hyperscan";
    }

    @Override
    public long screen(List<Post> posts, List<byte[]> bytes) throws Exception {
        hits = 0;
        try {
            for (byte[] text : bytes) {
                MemorySegment.copy(text, 0, buffer, JAVA_BYTE, 0, text.length);
                check(
                        (int)
                                scan.invokeExact(
                                        database,
                                        buffer,
                                        text.length,
                                        0,
                                        scratch,
                                        onMatch,
                                        MemorySegment.NULL));
            }
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return hits;
    }

    @Override
    public void close() {
        arena.close();
    }
}
