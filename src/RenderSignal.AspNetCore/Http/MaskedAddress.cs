namespace RenderSignal.AspNetCore;

/// <summary>Addresses as answers show them: a webhook's path is its key.</summary>
internal static class MaskedAddress
{
    /// <summary>An address of the settings; null when it is not set.</summary>
    public static string? Of(string? address) => address is null ? null : WebhookAddress.Mask(address);

    /// <summary>
    /// The receiver of a send, which an application's own target names as it likes; what is no address (a queue's name) is no key. What is
    /// masked stays as it is.
    /// </summary>
    public static string? OfTarget(string? target) => target?.Contains("://", StringComparison.Ordinal) is true ? Of(target) : target;
}
