using System.Diagnostics.Metrics;

namespace RenderSignal.Dedup.Redis;

internal sealed class RedisMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _commands;

    public RedisMetrics(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(RedisDiagnostics.MeterName) ?? new Meter(RedisDiagnostics.MeterName);
        _commands = _meter.CreateCounter<long>(RedisDiagnostics.CommandsInstrument, "{command}", "The stores' calls for Redis.");
    }

    public void CommandAnswered(string command) => Count(command, RedisDiagnostics.Answered);

    public void CommandFailed(string command) => Count(command, RedisDiagnostics.Failed);

    public void CommandTurnedAway(string command) => Count(command, RedisDiagnostics.TurnedAway);

    public void Dispose() => _meter.Dispose();

    private void Count(string command, string outcome) =>
        _commands.Add(1, new KeyValuePair<string, object?>(RedisDiagnostics.CommandTag, command), new(RedisDiagnostics.OutcomeTag, outcome));
}
