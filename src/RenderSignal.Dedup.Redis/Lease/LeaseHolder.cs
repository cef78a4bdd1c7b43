namespace RenderSignal.Dedup.Redis;

/// <summary>This process among the servers.</summary>
internal sealed class LeaseHolder
{
    /// <summary>Another one for each process: one that was started again does not go on with what an earlier one held.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>For people: machine and process.</summary>
    public string Name { get; } = $"{Environment.MachineName}:{Environment.ProcessId}";
}
