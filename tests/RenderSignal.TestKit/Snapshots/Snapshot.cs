using System.Runtime.CompilerServices;

namespace RenderSignal.TestKit;

/// <summary>
/// Compares a text with the one in <c>Class.Method.verified.txt</c> beside the test, in the convention of Verify.
/// On a difference <c>Class.Method.received.txt</c> is written: rename it when it is what you want.
/// </summary>
public static class Snapshot
{
    /// <param name="actual">The text; CRLF counts as LF, and line feeds at its end do not count.</param>
    /// <param name="sourceFile">The test's file, named after its class; the compiler writes it.</param>
    /// <param name="member">The test's method; the compiler writes it.</param>
    /// <exception cref="ExpectationException">The texts differ, or nothing was verified yet.</exception>
    public static void Match(string actual, [CallerFilePath] string sourceFile = "", [CallerMemberName] string member = "")
    {
        var stem = Path.Combine(
            Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{member}");
        var (verifiedFile, receivedFile) = ($"{stem}.verified.txt", $"{stem}.received.txt");

        var received = Normalise(actual);
        var verified = File.Exists(verifiedFile) ? Normalise(File.ReadAllText(verifiedFile)) : null;
        if (received == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        throw new ExpectationException(
            $"{(verified is null ? "Nothing is verified yet" : "The text differs from what was verified")}. If this is right:\n"
            + $"mv '{receivedFile}' '{verifiedFile}'\n\n{LineDifference.Describe(verified ?? "", received)}");
    }

    private static string Normalise(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
}
