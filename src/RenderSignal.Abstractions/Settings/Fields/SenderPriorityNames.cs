namespace RenderSignal;

internal static class SenderPriorityNames
{
    /// <summary>The reference's word.</summary>
    public static string Name(this SenderPriority priority) => priority switch
    {
        SenderPriority.High => "high",
        SenderPriority.Low => "low",
        _ => "medium",
    };

    /// <summary>Reads the reference's word, case ignored.</summary>
    public static SenderPriority? TryParse(string? name) => name?.ToLowerInvariant() switch
    {
        "high" => SenderPriority.High,
        "medium" => SenderPriority.Medium,
        "low" => SenderPriority.Low,
        _ => null,
    };
}
