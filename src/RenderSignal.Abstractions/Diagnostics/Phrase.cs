namespace RenderSignal;

/// <summary>Something said in plain English, with a code and values by which it can be said in another language.</summary>
/// <param name="Code">A name that stays: <c>within_size_limit</c>.</param>
/// <param name="English">The whole sentence or a part of one, with the values in it.</param>
public sealed record Phrase(string Code, string English)
{
    /// <summary>What changes from one time to the next, by name; numbers and instants (ISO 8601, UTC) are written as in JSON.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
