using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.TestKit.Tests;

public sealed class TestLogTests : IDisposable
{
    private readonly TestLog _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_message_is_waited_for_whether_it_came_before_or_after()
    {
        var logger = _log.CreateLogger<TestLogTests>();
        logger.LogDebug("The bird came early");
        Assert.Equal("The bird came early", (await _log.WaitForMessageAsync("bird", cancellationToken: Token)).Message);

        var later = _log.WaitForMessageAsync("worm", cancellationToken: Token);
        Assert.False(later.IsCompleted);
        logger.LogInformation("It got the worm");

        Assert.Equal(LogLevel.Information, (await later).Level);
    }

    [Fact]
    public async Task Waiting_ends_and_says_what_was_logged_instead()
    {
        _log.CreateLogger<TestLogTests>().LogInformation("Something else");

        var timeout = await Assert.ThrowsAsync<TimeoutException>(
            () => _log.WaitForMessageAsync("missing", TimeSpan.FromMilliseconds(20), Token));

        Assert.Contains("Something else", timeout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_fail_the_assertion_unless_they_are_expected()
    {
        var logger = _log.CreateLogger<TestLogTests>();
        logger.LogInformation("Fine");
        _log.AssertNoWarnings();

        logger.LogWarning(new EventId(4001), "The receiver is slow");
        logger.LogError(new IOException("cable"), "The mailbox is gone");

        var failure = Assert.Throws<ExpectationException>(() => _log.AssertNoWarnings([4001]));
        Assert.Contains("The mailbox is gone", failure.Message, StringComparison.Ordinal);
        Assert.Contains("cable", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("slow", failure.Message, StringComparison.Ordinal);
        _log.AssertNoWarnings([4001], ["mailbox is gone"]);
    }

    [Fact]
    public void A_host_logs_into_it_from_the_lowest_level()
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddFilter(null, LogLevel.Error).AddTestLog(_log))
            .BuildServiceProvider();

        services.GetRequiredService<ILogger<TestLogTests>>().LogTrace("Whisper");

        Assert.Equal("Whisper", Assert.Single(_log.Records).Message);
    }
}
