namespace RenderSignal.AspNetCore;

internal static class MaskedAddress
{
    /// <summary>The address as answers show it; null when it is not set.</summary>
    public static string? Of(string? address) => address is null ? null : WebhookAddress.Mask(address);
}
