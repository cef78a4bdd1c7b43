using System.Text.Json.Nodes;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A target that keeps what it was given and answers as a test says.</summary>
internal sealed class FakeTarget(string route = DeliveryRoutes.Custom) : IDeliveryTarget
{
    public string Route => route;

    public List<DeliveryRequest> Requests { get; } = [];

    /// <summary>What was shown and not sent.</summary>
    public List<DeliveryRequest> Previews { get; } = [];

    public IEnumerable<uint> Uids => Requests.Select(request => request.Email.Uid.Uid);

    public IEnumerable<string> WebhookIds => Requests.Select(request => request.WebhookIdFor(route));

    public Func<DeliveryRequest, CancellationToken, Task<DeliveryOutcome>> Answer { get; set; } = (request, _) => Task.FromResult(Accepted(request));

    public static DeliveryOutcome Accepted(DeliveryRequest request) => new(true, [Entry(request, WebhookLogStatus.Success, null)]);

    public static DeliveryOutcome Refused(DeliveryRequest request, string error = "HTTP 500", Instant? notBefore = null) =>
        new(false, [Entry(request, WebhookLogStatus.Error, error)]) { NotBefore = notBefore };

    public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Answer(request, cancellationToken);
    }

    public DeliveryPreview Preview(DeliveryRequest request)
    {
        Previews.Add(request);
        return new(WebhookLogType.Custom, null, new JsonObject { ["subject"] = request.Email.Subject });
    }

    private static WebhookLogEntry Entry(DeliveryRequest request, string status, string? error) => new()
    {
        Timestamp = Instant.FromUtc(2026, 11, 4, 9, 0),
        Type = WebhookLogType.Custom,
        EmailId = request.Email.Id,
        Status = status,
        Error = error,
        Attempts = 1,
    };
}
