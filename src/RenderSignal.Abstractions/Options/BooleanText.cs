namespace RenderSignal;

/// <summary>Switches as operators write them.</summary>
public static class BooleanText
{
    /// <summary>Reads <c>1 true yes y on</c> and <c>0 false no n off</c>, case and surrounding white space ignored; anything else is the default.</summary>
    public static bool Parse(string? text, bool defaultValue) => TryParse(text) ?? defaultValue;

    /// <summary>Reads the same texts; null for anything else.</summary>
    public static bool? TryParse(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "y" or "on" => true,
        "0" or "false" or "no" or "n" or "off" => false,
        _ => null,
    };
}
