namespace RenderSignal.Server;

/// <summary><c>--help</c>.</summary>
internal static class Usage
{
    public static bool IsAskedFor(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    public static int Print()
    {
        Console.WriteLine("""
            RenderSignal: watches an IMAP mailbox and calls webhooks.

              (no arguments)   the server; without any settings the demo
              --once           one poll cycle now, whatever the schedule says; then "cycle: seen=N sent=N skipped=N left=N failed=N ms=N"
                               exit code 0, or 1 when the mailbox could not be read
              --hash-password  reads a password and prints its hash, to write in TRIGGER_PAGE_PASSWORD in the place of the password
              --demo-mailbox   a mailbox and a receiver for servers on this machine, and a mail every two seconds; prints the variables that name them
              --NAME=VALUE     any variable of docs/configuration.md
              --help           this text
            """);
        return 0;
    }
}
