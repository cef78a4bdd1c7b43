namespace RenderSignal.Matching;

/// <summary>Recognises who unsubscribes for a day at the usual rates (REFERENCE section 2).</summary>
internal sealed class DesaboDetector : IEmailDetector
{
    public string Name => DetectorNames.Desabo;

    public Detection? Detect(DetectionInput input)
    {
        if (!DesaboSigns.IsDesabo(input))
        {
            return null;
        }

        return new Detection(Name)
        {
            HasDropboxRequest = DesaboSigns.HasDropboxRequest(input),
            WhenWindowClosed = DesaboSigns.IsUrgent(input) ? ClosedWindowAction.Leave : ClosedWindowAction.Send,
        };
    }
}
