namespace RenderSignal;

/// <summary>The formats of <see cref="WebhookLogEntry.Type"/>.</summary>
public static class WebhookLogType
{
    /// <summary>A send in the custom format.</summary>
    public const string Custom = "custom";

    /// <summary>A send to Make.com.</summary>
    public const string Make = "makecom";
}
