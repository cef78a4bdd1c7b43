namespace RenderSignal.OwnDetector;

/// <summary>Where a real target would talk to a queue or a database. What it accepts is acknowledged.</summary>
internal sealed class ConsoleTarget : IDeliveryTarget
{
    public const string RouteName = "console";

    public string Route => RouteName;

    public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{request.WebhookIdFor(Route)}: {request.Email.Subject} ({request.Links.Count} links)");
        return Task.FromResult(new DeliveryOutcome(Accepted: true, Log: []));
    }
}
