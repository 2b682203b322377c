package dev.tokki.nativeadapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which addresses of this process hold code, and which can be read, as Linux tells in `/proc/self/maps`.
///
/// Elsewhere nothing is known, and everything is believed.
final class ProcessMap {
    private final List<Region> regions;

    private ProcessMap(List<Region> regions) {
        this.regions = regions;
    }

    /// {@return the state of affairs}
    static ProcessMap now() {
        Path maps = Path.of("/proc/self/maps");
        List<Region> regions = new ArrayList<>();
        try {
            if (Files.isReadable(maps)) {
                Files.readAllLines(maps).forEach(line -> regions.add(Region.parse(line)));
            }
        } catch (IOException e) {
            regions.clear();
        }
        return new ProcessMap(regions);
    }

    /// {@return whether a function can be there}
    boolean holdsCode(long address) {
        return regions.isEmpty() || regions.stream().anyMatch(r -> r.contains(address) && r.executable());
    }

    /// {@return how many bytes can be read from there on}
    long readable(long address) {
        if (regions.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long end = address;
        for (Region region : regions) {
            if (region.contains(end) && region.readable()) {
                end = region.end();
            }
        }
        return end - address;
    }

    private record Region(long begin, long end, boolean readable, boolean executable) {
        /// A line begins with `7f3a00000000-7f3a00021000 r-xp`.
        static Region parse(String line) {
            int dash = line.indexOf('-');
            int blank = line.indexOf(' ');
            return new Region(
                    Long.parseUnsignedLong(line.substring(0, dash), 16),
                    Long.parseUnsignedLong(line.substring(dash + 1, blank), 16),
                    line.charAt(blank + 1) == 'r',
                    line.charAt(blank + 3) == 'x');
        }

        boolean contains(long address) {
            return Long.compareUnsigned(begin, address) <= 0 && Long.compareUnsigned(address, end) < 0;
        }
    }
}
