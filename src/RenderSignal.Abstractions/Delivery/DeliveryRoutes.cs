namespace RenderSignal;

/// <summary>The built-in routes a mail can take (REFERENCE section 4). A route names the <see cref="IDeliveryTarget"/> that serves it.</summary>
public static class DeliveryRoutes
{
    /// <summary>The custom format, to <c>webhook_url</c>.</summary>
    public const string Custom = "custom";

    /// <summary>Make.com's presence scenario, by the presence flag.</summary>
    public const string Presence = "make_presence";

    /// <summary>Make.com's recadrage scenario.</summary>
    public const string Recadrage = "make_recadrage";

    /// <summary>Make.com's auto-responder scenario.</summary>
    public const string Desabo = "make_desabo";

    /// <summary>The copy of a recadrage mail that follows a delivery by <see cref="Recadrage"/> to <c>webhook_url</c>.</summary>
    public const string Mirror = "custom_mirror";
}
