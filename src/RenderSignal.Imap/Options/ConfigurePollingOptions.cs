using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

internal sealed class ConfigurePollingOptions(IConfiguration? configuration = null) : IConfigureOptions<PollingOptions>
{
    private const int DaySeconds = 86_400;

    public void Configure(PollingOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.Enabled = variables.BackgroundTasks() ?? options.Enabled;
        options.LockFile = variables.Text("BG_POLLER_LOCK_FILE") ?? options.LockFile;
        if (variables.WholeNumber("EMAIL_POLLING_INTERVAL_SECONDS", 1, DaySeconds) is { } interval)
        {
            options.Interval = TimeSpan.FromSeconds(interval);
        }

        if (variables.WholeNumber("POLLING_INACTIVE_CHECK_INTERVAL_SECONDS", 1, DaySeconds) is { } inactive)
        {
            options.InactiveCheckInterval = TimeSpan.FromSeconds(inactive);
        }

        variables.ThrowIfRejected(typeof(PollingOptions));
    }
}
