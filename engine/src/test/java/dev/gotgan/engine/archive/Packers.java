package dev.gotgan.engine.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Archives as other programs write them. Contents are bytes, one a character.
public enum Packers {
    JDK_ZIP {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (var file : files.entrySet()) {
                    zip.putNextEntry(new java.util.zip.ZipEntry(file.getKey()));
                    zip.write(bytes(file.getValue()));
                }
            }
            return out.toByteArray();
        }
    },
    /// Sizes are known before the data, so there are no descriptors.
    SEEKING_ZIP {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            try (var channel = new SeekableInMemoryByteChannel()) {
                zip(new ZipArchiveOutputStream(channel), files, Zip64Mode.AsNeeded);
                return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
            }
        }
    },
    STREAMED_ZIP64 {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            var out = new ByteArrayOutputStream();
            zip(new ZipArchiveOutputStream(out), files, Zip64Mode.Always);
            return out.toByteArray();
        }
    },
    SEEKING_ZIP64 {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            try (var channel = new SeekableInMemoryByteChannel()) {
                zip(new ZipArchiveOutputStream(channel), files, Zip64Mode.Always);
                return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
            }
        }
    },
    GNU_TAR {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            return tar(files, TarArchiveOutputStream.LONGFILE_GNU);
        }
    },
    PAX_TAR {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            return tar(files, TarArchiveOutputStream.LONGFILE_POSIX);
        }
    },
    TGZ {
        @Override
        public byte[] pack(Map<String, String> files) throws IOException {
            return HandTar.gzip(PAX_TAR.pack(files));
        }
    };

    public abstract byte[] pack(Map<String, String> files) throws IOException;

    private static void zip(ZipArchiveOutputStream zip, Map<String, String> files, Zip64Mode mode) throws IOException {
        try (zip) {
            zip.setUseZip64(mode);
            for (var file : files.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                zip.write(bytes(file.getValue()));
                zip.closeArchiveEntry();
            }
        }
    }

    private static byte[] tar(Map<String, String> files, int longNames) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(longNames);
            tar.setAddPaxHeadersForNonAsciiNames(longNames == TarArchiveOutputStream.LONGFILE_POSIX);
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length());
                tar.putArchiveEntry(entry);
                write(tar, file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
