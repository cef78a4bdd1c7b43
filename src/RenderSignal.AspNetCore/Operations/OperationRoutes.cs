namespace RenderSignal.AspNetCore;

/// <summary>What the process does and is told to do.</summary>
internal static class OperationRoutes
{
    public static void Map(RouteTable routes)
    {
        StatusRoutes.Map(routes);
        TriggerRoutes.Map(routes);
        CycleRoutes.Map(routes);
        AddressRoutes.Map(routes);
        PresenceTestRoutes.Map(routes);
        MakeRoutes.Map(routes);
        ServerControlRoutes.Map(routes);
    }
}
