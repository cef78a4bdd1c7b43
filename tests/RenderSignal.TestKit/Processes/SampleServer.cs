using System.Reflection;

namespace RenderSignal.TestKit;

/// <summary>Starts <c>samples/RenderSignal.Server</c> as its operator does. Who uses it has to reference that project, so that it is built.</summary>
internal static class SampleServer
{
    private static readonly string Program = BuiltWith("Server");

    public static RunningProgram Start(IReadOnlyDictionary<string, string> variables, params string[] arguments) => StartWithInput(variables, null, arguments);

    /// <param name="variables">Its environment.</param>
    /// <param name="onLine">Called with each line it prints, on any thread.</param>
    public static RunningProgram Start(IReadOnlyDictionary<string, string> variables, Action<string> onLine) =>
        RunningProgram.Start("dotnet", [Program], variables, onLine: onLine);

    /// <param name="variables">Its environment.</param>
    /// <param name="input">What is piped into it; null: the test's own input.</param>
    /// <param name="arguments">Its command line.</param>
    public static RunningProgram StartWithInput(IReadOnlyDictionary<string, string> variables, string? input, params string[] arguments) =>
        RunningProgram.Start("dotnet", [Program, .. arguments], variables, input);

    /// <summary>Starts the script <c>samples/three-servers/run</c>. <see cref="RunningProgram.Terminate"/> has it end all that it started.</summary>
    public static RunningProgram StartThree(IReadOnlyDictionary<string, string> variables) =>
        RunningProgram.Start("bash", [Path.Combine(BuiltWith("Samples"), "three-servers", "run"), "--no-build"], variables);

    /// <summary>What an operator sets to have a mailbox polled every second, around the clock but for the hour before now.</summary>
    public static Dictionary<string, string> VariablesFor(DovecotServer mailbox, Uri receiver, string dataFolder)
    {
        var hour = NodaTime.SystemClock.Instance.GetCurrentInstant().InUtc().Hour;
        return new()
        {
            ["IMAP_SERVER"] = mailbox.Host,
            ["IMAP_PORT"] = $"{mailbox.TlsPort}",
            ["IMAP_CA_FILE"] = mailbox.CaFile,
            ["EMAIL_ADDRESS"] = mailbox.User,
            ["EMAIL_PASSWORD"] = mailbox.Password,
            ["WEBHOOK_URL"] = receiver.AbsoluteUri,
            ["ENABLE_BACKGROUND_TASKS"] = "true",
            ["EMAIL_POLLING_INTERVAL_SECONDS"] = "1",
            ["POLLING_TIMEZONE"] = "UTC",
            ["POLLING_ACTIVE_DAYS"] = "0,1,2,3,4,5,6",
            ["POLLING_ACTIVE_START_HOUR"] = $"{hour}",
            ["POLLING_ACTIVE_END_HOUR"] = $"{(hour + 23) % 24}",
            ["RENDERSIGNAL_DATA"] = dataFolder,
        };
    }

    private static string BuiltWith(string key) =>
        typeof(SampleServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
