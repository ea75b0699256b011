package io.github.cotangent.demo;

import io.github.cotangent.demo.fit.FitCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The demo programs, one subcommand each. */
@Command(
        name = "cotangent-demo",
        description = "Programs whose derivatives were generated at compile time by Cotangent.",
        subcommands = FitCommand.class)
public final class Main implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this text")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        // Pictures are drawn without a display, even where one is announced.
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(args));
    }

    /** The command line; bad input ends it with one line on the error stream and exit code 2. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setParameterExceptionHandler(Main::complain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which program to run; --help lists them");
    }

    private static int complain(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
