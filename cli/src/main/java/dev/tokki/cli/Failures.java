package dev.tokki.cli;

import dev.tokki.api.CryptokiException;
import dev.tokki.api.Reason;
import dev.tokki.cli.serve.ServeException;
import dev.tokki.nativeadapter.ModuleLoadException;
import dev.tokki.storage.StorageException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into one line on standard error and an exit code.
///
/// @param err where the line goes
record Failures(PrintStream err)
        implements IParameterExceptionHandler, IExecutionExceptionHandler, IExitCodeExceptionMapper {
    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        String message =
                String.valueOf(problem.getMessage()).lines().findFirst().orElse("wrong usage");
        err.println("tokki: " + message + " (\"" + name + " --help\" tells more)");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        int code = getExitCode(problem);
        if (code == ExitCode.DEFECT) {
            err.println("tokki: a defect of tokki itself, please report it:");
            problem.printStackTrace(err);
        } else {
            err.println("tokki: " + line(problem));
        }
        return code;
    }

    @Override
    public int getExitCode(Throwable problem) {
        return switch (problem) {
            case CryptokiException refused -> ExitCode.REFUSED;
            case StorageException refused -> ExitCode.REFUSED;
            case Usage usage -> ExitCode.USAGE;
            case ModuleLoadException absent -> ExitCode.UNAVAILABLE;
            case ServeException impossible -> ExitCode.UNAVAILABLE;
            default -> ExitCode.DEFECT;
        };
    }

    private static String line(Exception problem) {
        return problem instanceof CryptokiException refused
                ? refused.function() + " returned " + refused.rv()
                        + refused.reason()
                                .map(Failures::because)
                                .orElse(" (\"tokki explain " + refused.rv() + "\" tells what usually causes it)")
                : String.valueOf(problem.getMessage());
    }

    private static String because(Reason reason) {
        return ": " + reason;
    }
}
