package dev.gotgan.server.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of an installation, made at its first start and kept beside its data (mode 600). What is signed
/// with it stays valid over restarts.
public final class SecretKey {
    private static final String FILE = "secret-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final Mac keyed;

    private SecretKey(byte[] secret) {
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /// The key in `folder`; made if there is none.
    public static SecretKey in(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        try {
            return new SecretKey(read(file));
        } catch (NoSuchFileException e) {
            return new SecretKey(make(folder, file));
        }
    }

    private static byte[] make(Path folder, Path file) throws IOException {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        var own = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = Files.createTempFile(folder, FILE, ".new", own);
        Files.write(temporary, fresh);
        try {
            Files.createLink(file, temporary); // unlike a rename, never replaces what another start just made
        } catch (FileAlreadyExistsException e) {
            return read(file);
        } catch (UnsupportedOperationException e) {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return fresh;
        } finally {
            Files.deleteIfExists(temporary);
        }
        return fresh;
    }

    private static byte[] read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes.length != BYTES) {
            throw new IOException(file + " must hold " + BYTES + " bytes; remove it to have a new one made");
        }
        return bytes;
    }

    /// What nobody without the key can compute of `message`; in base64url. Different purposes never share one.
    public String sign(String purpose, String message) {
        try {
            var mac = (Mac) keyed.clone(); // to make one anew costs as much as to use it
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(message.getBytes(UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }
}
