using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>What a field of a document says.</summary>
/// <param name="HasValue">Whether there is a value to obey; otherwise the value below the document stays.</param>
/// <param name="Value">The value to obey.</param>
/// <param name="IsClean">Whether all of the field could be understood.</param>
internal readonly record struct Reading<TValue>(bool HasValue, TValue Value, bool IsClean)
{
    /// <summary>The entries of a list that cannot be understood.</summary>
    public IReadOnlyList<JsonNode?> LeftOut { get; init; } = [];

    /// <summary>The field is not set.</summary>
    public static Reading<TValue> Unset => new(false, default!, IsClean: true);

    /// <summary>The field cannot be obeyed.</summary>
    public static Reading<TValue> Refused => new(false, default!, IsClean: false);

    /// <summary>The field is obeyed.</summary>
    public static Reading<TValue> Of(TValue value) => new(true, value, IsClean: true);

    /// <summary>The field is obeyed, but for what is left out.</summary>
    public static Reading<TValue> Of(TValue value, IReadOnlyList<JsonNode?> leftOut) => new(true, value, leftOut.Count == 0) { LeftOut = leftOut };
}
