using System.Runtime.InteropServices;

namespace RenderSignal.Server;

/// <summary>What makes a process of this application a well-behaved server: one log line an event, a short goodbye, Render's <c>PORT</c>.</summary>
internal static partial class ServerDefaults
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(10);

    /// <param name="builder">The application.</param>
    /// <param name="polls">Whether the mailbox is polled whatever the environment says, so that its settings must be complete.</param>
    public static void AddServerDefaults(this WebApplicationBuilder builder, bool polls)
    {
        if (polls)
        {
            builder.Configuration["ENABLE_BACKGROUND_TASKS"] = "true";
            builder.Configuration["DISABLE_BACKGROUND_TASKS"] = "false";
        }

        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddHostedService<SignalLog>();
        if (builder.Configuration["PORT"] is { Length: > 0 } port)
        {
            builder.WebHost.UseUrls($"http://*:{port}");
        }
    }

    /// <summary>Operators alert on this text (REFERENCE section 7). The host itself ends the process.</summary>
    private sealed partial class SignalLog(ILogger<SignalLog> logger) : IHostedService, IDisposable
    {
        private PosixSignalRegistration? _registration;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => TermReceived(logger));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _registration?.Dispose();

        [LoggerMessage(1, LogLevel.Information, "PROCESS: SIGTERM received")]
        private static partial void TermReceived(ILogger logger);
    }
}
