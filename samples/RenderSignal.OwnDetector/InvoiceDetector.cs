namespace RenderSignal.OwnDetector;

internal sealed class InvoiceDetector : IEmailDetector
{
    public string Name => "invoice";

    public Detection? Detect(DetectionInput input) =>
        input.NormalizedSubject.StartsWith("facture", StringComparison.Ordinal)
            ? new Detection(Name) { Route = ConsoleTarget.RouteName, WhenWindowClosed = ClosedWindowAction.Send }
            : null;
}
