using Microsoft.Extensions.Options;

namespace RenderSignal.Imap;

/// <summary>Catches what an application set itself; the variables are checked where they are read.</summary>
internal sealed class ValidatePollingOptions : IValidateOptions<PollingOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, PollingOptions options)
    {
        var failures = new List<string>();
        Check(options.Interval, "EMAIL_POLLING_INTERVAL_SECONDS");
        Check(options.InactiveCheckInterval, "POLLING_INACTIVE_CHECK_INTERVAL_SECONDS");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(TimeSpan interval, string variable)
        {
            if (interval <= TimeSpan.Zero || interval > Longest)
            {
                failures.Add($"{variable} is {interval}: write 1 to 86400 seconds.");
            }
        }
    }
}
