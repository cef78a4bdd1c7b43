namespace RenderSignal;

/// <summary>Finds the target that serves a route. Of two for one route the later registration wins, so that an application can replace one.</summary>
internal sealed class DeliveryTargets(IEnumerable<IDeliveryTarget> targets)
{
    private readonly Dictionary<string, IDeliveryTarget> _byRoute = Index(targets);

    /// <summary>Null: nothing serves the route.</summary>
    public IDeliveryTarget? Find(string route) => _byRoute.GetValueOrDefault(route);

    public IDeliveryTarget For(string route) => Find(route)
        ?? throw new InvalidOperationException(
            $"No IDeliveryTarget serves the route '{route}'. Call AddWebhooks() for the built-in routes, or register a target of your own for it.");

    private static Dictionary<string, IDeliveryTarget> Index(IEnumerable<IDeliveryTarget> targets)
    {
        var byRoute = new Dictionary<string, IDeliveryTarget>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            byRoute[target.Route] = target;
        }

        return byRoute.Count > 0 ? byRoute : throw new InvalidOperationException(
            "Nothing delivers mails. Call AddWebhooks() after AddRenderSignal(), or register an IDeliveryTarget of your own.");
    }
}
