namespace RenderSignal.AspNetCore;

/// <summary>An address as somebody wrote it, and what it means.</summary>
/// <param name="Kind">What it is good for.</param>
/// <param name="Address">The full address; null: it is none, or none that anything may be sent to.</param>
internal sealed record AddressReading(AddressKind Kind, Uri? Address)
{
    /// <summary>The file-transfer service of a delivery link.</summary>
    public string? Provider { get; init; }

    /// <summary>Why it is good for nothing; null: it is.</summary>
    public Phrase? Fault { get; init; }

    public static AddressReading Of(string text, ITextAnalyzer analyzer)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            return WebhookAddress.NormalizeMakeHook(text) is { } hook && Uri.TryCreate(hook, UriKind.Absolute, out var full) && full.Host.Length > 0
                ? new(AddressKind.MakeHook, full)
                : new(AddressKind.None, null) { Fault = AddressStatuses.NoAddress };
        }

        // One that begins the text, for others may stand in a query.
        if (analyzer.FindLinks(text) is [var link, ..] && Uri.TryCreate(link.RawUrl, UriKind.Absolute, out var delivery) && delivery.Host == uri.Host)
        {
            return new(AddressKind.DeliveryLink, delivery) { Provider = link.Provider };
        }

        return !WebhookAddress.IsAllowed(text) ? new(AddressKind.None, null) { Fault = FaultOf(uri) }
            : new(WebhookAddress.IsMakeHook(text) ? AddressKind.MakeHook : AddressKind.Receiver, uri);
    }

    private static Phrase FaultOf(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps ? AddressStatuses.NoPlace
        : uri.Scheme == Uri.UriSchemeHttp ? uri.IsLoopback ? AddressStatuses.NoPlace : AddressStatuses.NotAllowed
        : AddressStatuses.NoAddress;
}
