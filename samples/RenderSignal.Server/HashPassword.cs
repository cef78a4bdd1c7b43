using System.Text;
using RenderSignal.AspNetCore;

namespace RenderSignal.Server;

/// <summary>
/// <c>--hash-password</c>: reads a password from standard input and prints what to write in <c>TRIGGER_PAGE_PASSWORD</c>. Never from
/// the command line, where other users of the machine and the shell's history would see it.
/// </summary>
internal static class HashPassword
{
    private const string Switch = "--hash-password";

    public static bool IsAskedFor(string[] args) => args.Any(arg => arg.StartsWith(Switch, StringComparison.Ordinal));

    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (args is not [Switch])
        {
            return Refuse($"{Switch} takes nothing beside it: a password on the command line is seen by others. Type it when asked, or pipe it in.");
        }

        if (Console.IsInputRedirected)
        {
            return Print(ReadLine());
        }

        var password = Ask("Password: ");
        return password == Ask("Again: ") ? Print(password) : Refuse("The two are not the same.");
    }

    private static int Print(string? password)
    {
        if (string.IsNullOrEmpty(password))
        {
            return Refuse("There is no password: nothing was typed or piped in.");
        }

        Console.WriteLine(DashboardPassword.Hash(password));
        return 0;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    private static string? ReadLine()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        return input.ReadLine();
    }

    /// <summary>Asks on a terminal, which does not show what is typed. The question goes to standard error, so that the hash alone is output.</summary>
    private static string Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
