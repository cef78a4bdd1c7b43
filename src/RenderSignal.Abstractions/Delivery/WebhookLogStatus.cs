namespace RenderSignal;

/// <summary>The words of <see cref="WebhookLogEntry.Status"/>.</summary>
public static class WebhookLogStatus
{
    /// <summary>The receiver accepted.</summary>
    public const string Success = "success";

    /// <summary>The receiver refused, did not answer, or was not asked because of the hourly limit.</summary>
    public const string Error = "error";

    /// <summary>Nothing was to be sent.</summary>
    public const string Skipped = "skipped";
}
