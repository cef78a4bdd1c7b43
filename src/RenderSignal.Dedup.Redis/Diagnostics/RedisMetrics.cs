using System.Diagnostics.Metrics;

namespace RenderSignal.Dedup.Redis;

internal sealed class RedisMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _commands;

    public RedisMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(RedisDedupDiagnostics.MeterName) ?? new Meter(RedisDedupDiagnostics.MeterName);
        _commands = _meter.CreateCounter<long>(RedisDedupDiagnostics.CommandsInstrument, "{command}", "The stores' calls for Redis.");
    }

    public void CommandAnswered(string command) => Count(command, RedisDedupDiagnostics.Answered);

    public void CommandFailed(string command) => Count(command, RedisDedupDiagnostics.Failed);

    public void CommandTurnedAway(string command) => Count(command, RedisDedupDiagnostics.TurnedAway);

    public void Dispose() => _meter.Dispose();

    private void Count(string command, string outcome) =>
        _commands.Add(1, new KeyValuePair<string, object?>(RedisDedupDiagnostics.CommandTag, command), new(RedisDedupDiagnostics.OutcomeTag, outcome));
}
