namespace RenderSignal;

/// <summary>What a field of a document says.</summary>
/// <param name="HasValue">Whether there is a value to obey; otherwise the value below the document stays.</param>
/// <param name="Value">The value to obey.</param>
/// <param name="IsClean">Whether all of the field could be understood.</param>
internal readonly record struct Reading<TValue>(bool HasValue, TValue Value, bool IsClean)
{
    /// <summary>The field is not set.</summary>
    public static Reading<TValue> Unset => new(false, default!, IsClean: true);

    /// <summary>The field cannot be obeyed.</summary>
    public static Reading<TValue> Refused => new(false, default!, IsClean: false);

    /// <summary>The field is obeyed.</summary>
    public static Reading<TValue> Of(TValue value, bool isClean = true) => new(true, value, isClean);
}
