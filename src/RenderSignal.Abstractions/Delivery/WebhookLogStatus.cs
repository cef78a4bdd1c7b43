namespace RenderSignal;

/// <summary>The words of the webhook log.</summary>
public static class WebhookLogStatus
{
    /// <summary>The receiver accepted.</summary>
    public const string Success = "success";

    /// <summary>The receiver refused, did not answer, or was not asked because of the hourly limit.</summary>
    public const string Error = "error";

    /// <summary>Nothing was to be sent.</summary>
    public const string Skipped = "skipped";

    /// <summary>A send in the custom format.</summary>
    public const string TypeCustom = "custom";

    /// <summary>A send to Make.com.</summary>
    public const string TypeMake = "makecom";
}
