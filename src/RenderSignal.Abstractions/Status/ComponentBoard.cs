using NodaTime;

namespace RenderSignal;

/// <summary>Where the parts of RenderSignal tell how they fare, and health answers read it. In memory, safe for concurrent use.</summary>
public sealed class ComponentBoard(IClock clock)
{
    private const int LongestError = 300;

    private readonly Lock _sync = new();
    private readonly SortedDictionary<string, ComponentStatus> _components = new(StringComparer.Ordinal);

    /// <summary>All parts that were heard of, by name.</summary>
    public IReadOnlyList<ComponentStatus> All
    {
        get
        {
            lock (_sync)
            {
                return [.. _components.Values];
            }
        }
    }

    /// <summary>One part; null when it was not heard of.</summary>
    public ComponentStatus? Find(string name)
    {
        lock (_sync)
        {
            return _components.GetValueOrDefault(name);
        }
    }

    /// <summary>Something the part did succeeded.</summary>
    public void Succeeded(string name, Phrase? note = null) =>
        Change(name, ComponentState.Working, (status, now) => status with { Note = note, LastSuccess = now });

    /// <summary>Something the part did failed.</summary>
    /// <param name="name">The part.</param>
    /// <param name="error">What went wrong, in words without passwords, keys or whole addresses. At most 300 characters are kept.</param>
    public void Failed(string name, string error) =>
        Change(name, ComponentState.Failing, (status, now) => status with { Note = null, LastFailure = now, LastError = PrintableText.For(error, LongestError) });

    /// <summary>The part has nothing to do.</summary>
    /// <param name="name">The part.</param>
    /// <param name="note">Why, without passwords, keys or whole addresses.</param>
    public void Rests(string name, Phrase note) => Change(name, ComponentState.Resting, (status, _) => status with { Note = note });

    private void Change(string name, ComponentState state, Func<ComponentStatus, Instant, ComponentStatus> change)
    {
        var now = clock.GetCurrentInstant();
        lock (_sync)
        {
            var earlier = _components.GetValueOrDefault(name) ?? new ComponentStatus(name, state, now);
            var since = earlier.State == state ? earlier.Since : now;
            _components[name] = change(earlier with { State = state, Since = since }, now);
        }
    }
}
