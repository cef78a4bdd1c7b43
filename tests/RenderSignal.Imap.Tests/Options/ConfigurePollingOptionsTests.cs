using Microsoft.Extensions.Options;

namespace RenderSignal.Imap.Tests;

public sealed class ConfigurePollingOptionsTests
{
    [Fact]
    public void Without_variables_nothing_is_polled_and_the_intervals_are_the_reference_s()
    {
        var options = Configure();
        Assert.False(options.Enabled);
        Assert.Equal((30, 600), (options.Interval.TotalSeconds, options.InactiveCheckInterval.TotalSeconds));
        Assert.Null(options.LockFile);
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var options = Configure(
            ("ENABLE_BACKGROUND_TASKS", "1"), ("EMAIL_POLLING_INTERVAL_SECONDS", "7"),
            ("POLLING_INACTIVE_CHECK_INTERVAL_SECONDS", "8"), ("BG_POLLER_LOCK_FILE", "/run/poller.lock"));
        Assert.True(options.Enabled);
        Assert.Equal((7, 8, "/run/poller.lock"), (options.Interval.TotalSeconds, options.InactiveCheckInterval.TotalSeconds, options.LockFile));
    }

    [Theory]
    [InlineData("true", null, true)]
    [InlineData("true", "false", true)]
    [InlineData("true", "true", false)]
    [InlineData("false", "false", false)]
    [InlineData(null, "false", false)]
    public void Disabling_wins_over_enabling(string? enable, string? disable, bool expected) =>
        Assert.Equal(expected, Configure(("ENABLE_BACKGROUND_TASKS", enable), ("DISABLE_BACKGROUND_TASKS", disable)).Enabled);

    [Fact]
    public void Everything_that_is_not_understood_is_named_at_once()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Configure(
            ("ENABLE_BACKGROUND_TASKS", "maybe"), ("EMAIL_POLLING_INTERVAL_SECONDS", "0"), ("POLLING_INACTIVE_CHECK_INTERVAL_SECONDS", "86401")));
        Assert.Equal(3, exception.Failures.Count());
    }

    [Theory]
    [InlineData(0, 600, false)]
    [InlineData(30, -1, false)]
    [InlineData(86_401, 600, false)]
    [InlineData(0.1, 86_400, true)]
    public void An_interval_that_would_never_rest_or_never_end_is_refused(double interval, double inactive, bool isValid) =>
        Assert.Equal(isValid, new ValidatePollingOptions().Validate(null, new PollingOptions
        {
            Interval = TimeSpan.FromSeconds(interval),
            InactiveCheckInterval = TimeSpan.FromSeconds(inactive),
        }).Succeeded);

    private static PollingOptions Configure(params (string Name, string? Value)[] variables)
    {
        var options = new PollingOptions();
        new ConfigurePollingOptions(Variables.From(variables)).Configure(options);
        return options;
    }
}
