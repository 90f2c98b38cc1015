package dev.gotgan.cli;

import dev.gotgan.cli.http.Problem;
import dev.gotgan.cli.http.Unreachable;
import dev.gotgan.cli.screen.Printable;
import dev.gotgan.engine.analysis.TooManyFiles;
import dev.gotgan.engine.archive.ArchiveRefused;
import dev.gotgan.engine.content.PathRefused;
import dev.gotgan.engine.pull.PullRefused;
import dev.gotgan.engine.upload.source.UploadRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Says in one line what went wrong, and ends with the documented exit code. A stack trace only on
/// `GOTGAN_DEBUG=1`.
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        var out = line.getErr();
        if ("1".equals(System.getenv("GOTGAN_DEBUG"))) {
            failure.printStackTrace(out);
        }
        return switch (failure) {
            case Problem problem -> problem(problem, out);
            case Unreachable unreachable -> say(out, 6, text(unreachable));
            case PathRefused refused ->
                say(out, 5, refused.code() + ": " + Printable.of(refused.path()) + ": " + refused.why());
            case ArchiveRefused refused -> say(out, 5, text(refused));
            case UploadRefused refused -> say(out, 5, refused.code() + ": " + text(refused));
            case TooManyFiles refused -> say(out, 1, text(refused));
            case PullRefused refused -> say(out, 5, refused.code() + ": " + text(refused));
            case UncheckedIOException io -> say(out, 1, text(io));
            case IOException io -> say(out, 1, file(io));
            default -> say(out, 1, failure.toString());
        };
    }

    private static int problem(Problem problem, PrintWriter out) {
        problem.errors().stream().limit(50).forEach(error -> out.println("  " + Printable.of(error)));
        if (problem.errors().size() > 50) {
            out.println("  … and " + (problem.errors().size() - 50) + " more");
        }
        int exit = switch (problem.status()) {
            case 401, 403 -> 3;
            case 404 -> 4;
            default -> problem.status() < 500 || problem.status() == 507 ? 5 : 1;
        };
        String hint = problem.status() == 401 ? " Sign in with `gotgan login`." : "";
        return say(out, exit, problem.code() + ": " + text(problem) + hint);
    }

    private static String file(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "there is no " + e.getFile();
            case AccessDeniedException e -> "no permission for " + e.getFile();
            case FileSystemException e -> String.valueOf(e.getMessage());
            default -> failure.getMessage() == null ? failure.toString() : text(failure);
        };
    }

    private static String text(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private static int say(PrintWriter out, int exit, String what) {
        out.println("gotgan: " + what);
        out.flush();
        return exit;
    }
}
