package io.stackwatch.gateway.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the master key: one line, {@code stackwatch-master-key 1} and 64 hexadecimal digits; readable by its owner
 * only.
 */
final class MasterKeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyFile.class);
    private static final String LEAD = "stackwatch-master-key 1 ";
    private static final Pattern LINE = Pattern.compile(LEAD + "([0-9a-f]{64})\\s*");
    private static final int LONGEST = 1_024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    MasterKeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Reads the key; says which file cannot be used and why, and nothing of what stands in it. */
    MasterKey read() throws KeysUnusable {
        try {
            if (Files.size(file) > LONGEST) {
                throw new KeysUnusable("master key file " + file + " is no master key: it is too long");
            }
            Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!line.matches()) {
                throw new KeysUnusable(
                        "master key file " + file + " is no master key: expected '" + LEAD + "' and 64 hex digits");
            }
            warnIfOthersMayRead();
            return new MasterKey(HexFormat.of().parseHex(line.group(1)));
        } catch (IOException unreadable) {
            throw new KeysUnusable("master key file " + file + " cannot be read", unreadable);
        }
    }

    /** Makes a new key, unless another process has been faster; the file is whole and on the disk when it is there. */
    void create(SecureRandom random) throws KeysUnusable {
        byte[] bytes = new byte[MasterKey.LENGTH];
        random.nextBytes(bytes);
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, ownerOnly());
            Files.writeString(half, LEAD + HexFormat.of().formatHex(bytes) + "\n", StandardCharsets.US_ASCII);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file);
            LOG.info("keys=master created file={} back-it-up=yes", file);
        } catch (FileAlreadyExistsException faster) {
            LOG.info("keys=master file={} exists", file);
        } catch (IOException failed) {
            throw new KeysUnusable("master key file " + file + " cannot be made", failed);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private void warnIfOthersMayRead() throws IOException {
        if (isPosix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("keys=master file={} may be used by others than its owner; chmod 600 is advised", file);
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
