namespace RenderSignal.Conformance;

/// <summary>Starts servers ahead of the cases: each takes longer to start than its case to run.</summary>
public sealed class RecordedServers : IAsyncDisposable
{
    private readonly Queue<Task<RecordedServer>> _starting = new();

    public RecordedServers()
    {
        for (var i = 0; i < Environment.ProcessorCount; i++)
        {
            StartOne();
        }
    }

    /// <summary>A server that nobody has used. The caller disposes it.</summary>
    internal Task<RecordedServer> TakeAsync()
    {
        StartOne();
        return _starting.Dequeue();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _starting)
        {
            await (await server).DisposeAsync();
        }
    }

    private void StartOne() => _starting.Enqueue(Task.Run(RecordedServer.StartAsync));
}
