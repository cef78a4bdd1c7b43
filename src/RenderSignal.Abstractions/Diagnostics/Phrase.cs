using System.Collections.ObjectModel;
using System.Globalization;

namespace RenderSignal;

/// <summary>
/// Something said in plain English, with a code and values by which it can be said in another language. Two are equal that have the same
/// code and the same English: their values are not compared.
/// </summary>
/// <param name="Code">A name that stays: <c>within_size_limit</c>.</param>
/// <param name="English">The whole sentence or a part of one, with the values that matter to a reader in it.</param>
public sealed record Phrase(string Code, string English)
{
    /// <summary>What changes from one time to the next, by name; numbers and instants (ISO 8601, UTC) are written as in JSON.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The phrase with one more value.</summary>
    /// <param name="name">The value's name, in snake_case.</param>
    /// <param name="value">The value.</param>
    public Phrase With(string name, string value) => this with { Values = new Dictionary<string, string>(Values) { [name] = value } };

    /// <summary>The phrase with one more value, a whole number.</summary>
    /// <param name="name">The value's name, in snake_case.</param>
    /// <param name="value">The value.</param>
    public Phrase With(string name, long value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public bool Equals(Phrase? other) => other is not null && Code == other.Code && English == other.English;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, English);

    /// <summary>The English text.</summary>
    public override string ToString() => English;
}
