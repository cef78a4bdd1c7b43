using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace RenderSignal.TestKit;

/// <summary>Collects what was logged, from <see cref="LogLevel.Trace"/> up.</summary>
public sealed class TestLog : IDisposable
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly FakeLogCollector _collector = new();

    public TestLog()
    {
        Provider = new FakeLoggerProvider(_collector);
        Factory = LoggerFactory.Create(logging => logging.AddTestLog(this));
    }

    /// <summary>For objects that a test makes itself. A host takes the log by <c>AddTestLog</c>.</summary>
    public ILoggerFactory Factory { get; }

    /// <summary>The records so far, oldest first.</summary>
    public IReadOnlyList<FakeLogRecord> Records => _collector.GetSnapshot();

    internal ILoggerProvider Provider { get; }

    public ILogger<T> CreateLogger<T>() => Factory.CreateLogger<T>();

    /// <summary>Waits for the first record whose message contains a text, one from before the call included.</summary>
    /// <exception cref="TimeoutException">None came within <paramref name="timeout"/> (10 s when null).</exception>
    public async Task<FakeLogRecord> WaitForMessageAsync(
        string text, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(timeout ?? DefaultTimeout);
        try
        {
            return await _collector.GetLogsAsync(bounded.Token)
                .FirstAsync(record => record.Message.Contains(text, StringComparison.Ordinal), bounded.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"Nothing with \"{text}\" was logged within {timeout ?? DefaultTimeout}, but:\n{Describe(Records)}");
        }
    }

    /// <summary>Passes when nothing at <see cref="LogLevel.Warning"/> or above was logged but what is expected.</summary>
    /// <param name="expectedIds">Event ids that may be there.</param>
    /// <param name="expectedTexts">A message with one of these in it may be there.</param>
    /// <exception cref="ExpectationException">Something else was; the message has the text of each such record.</exception>
    public void AssertNoWarnings(
        IReadOnlyCollection<int>? expectedIds = null, IReadOnlyCollection<string>? expectedTexts = null)
    {
        var unexpected = Records
            .Where(record => record.Level >= LogLevel.Warning)
            .Where(record => expectedIds?.Contains(record.Id.Id) is not true)
            .Where(record => expectedTexts?.Any(text => record.Message.Contains(text, StringComparison.Ordinal)) is not true)
            .ToList();
        if (unexpected.Count > 0)
        {
            throw new ExpectationException($"Unexpected warnings:\n{Describe(unexpected)}");
        }
    }

    public void Dispose()
    {
        Factory.Dispose();
        Provider.Dispose();
    }

    private static string Describe(IEnumerable<FakeLogRecord> records) => string.Join('\n', records.Select(record =>
        $"{record.Level} {record.Category}[{record.Id.Id}] {record.Message}"
        + (record.Exception is { } exception ? $"\n    {exception}" : "")));
}
