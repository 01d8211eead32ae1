package org.lisolo.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

/** The tail is kept short: what grows beyond a screen is hard to read, and grows on. */
class SizesTest {
    private static final double MOST = 0.95;

    @Test
    void filesAreShort() {
        Map<String, Long> lines = new TreeMap<>();
        Sources.main()
                .forEach(file -> lines.put(Sources.name(file), Sources.read(file).lines().count()));
        check(lines, 299, 500);
    }

    @Test
    void methodsFitOnAScreen() {
        check(methods(), 25, 60);
    }

    private static Map<String, Long> methods() {
        Map<String, Long> lines = new TreeMap<>();
        Sources.parse(
                Sources.main(),
                (unit, trees) ->
                        new TreePathScanner<Void, Void>() {
                            @Override
                            public Void visitMethod(MethodTree method, Void nothing) {
                                var at = trees.getSourcePositions();
                                LineMap map = unit.getLineMap();
                                long first = map.getLineNumber(at.getStartPosition(unit, method));
                                long last = map.getLineNumber(at.getEndPosition(unit, method));
                                lines.put(
                                        unit.getSourceFile().getName()
                                                + ":"
                                                + first
                                                + " "
                                                + method.getName(),
                                        last - first + 1);
                                return super.visitMethod(method, nothing);
                            }
                        }.scan(unit, null));
        return lines;
    }

    private static void check(Map<String, Long> sizes, long typical, long hard) {
        assertThat(sizes).isNotEmpty();
        Map<String, Long> tooLong = new TreeMap<>(sizes);
        tooLong.values().removeIf(size -> size <= hard);
        assertThat(tooLong).as("longer than " + hard + " lines").isEmpty();
        Map<String, Long> tail = new TreeMap<>(sizes);
        tail.values().removeIf(size -> size <= typical);
        assertThat(tail)
                .as("at most 5 of 100 may be longer than " + typical + " lines")
                .hasSizeLessThanOrEqualTo((int) Math.ceil(sizes.size() * (1 - MOST)));
    }
}
