namespace RenderSignal.TestKit;

/// <summary>What happened so far, in order, and a way to wait for more without sleeping.</summary>
internal sealed class Recording<T>
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<T> _items = [];
    private TaskCompletionSource _added = NewSignal();

    public IReadOnlyList<T> Items
    {
        get
        {
            lock (_lock)
            {
                return [.. _items];
            }
        }
    }

    public void Add(T item)
    {
        TaskCompletionSource added;
        lock (_lock)
        {
            _items.Add(item);
            (added, _added) = (_added, NewSignal());
        }

        added.SetResult();
    }

    public void Clear()
    {
        lock (_lock)
        {
            _items.Clear();
        }
    }

    /// <summary>Completes as soon as what was recorded is enough.</summary>
    /// <exception cref="TimeoutException">It was not enough in time (10 s when not said); the message tells what was there.</exception>
    public async Task<IReadOnlyList<T>> WaitForAsync(
        Func<IReadOnlyList<T>, bool> isEnough, string what, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(timeout ?? DefaultTimeout);
        while (true)
        {
            IReadOnlyList<T> items;
            Task added;
            lock (_lock)
            {
                (items, added) = ([.. _items], _added.Task);
            }

            if (isEnough(items))
            {
                return items;
            }

            try
            {
                await added.WaitAsync(bounded.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"No {what} within {timeout ?? DefaultTimeout}. There were {items.Count}:\n{string.Join('\n', items)}");
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
