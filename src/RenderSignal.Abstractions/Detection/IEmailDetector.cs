namespace RenderSignal;

/// <summary>
/// Recognises one kind of mail. Detectors are asked in the order of their registration and the first that answers wins.
/// Implementations are pure: no I/O, no clock of their own, time linear in the length of the mail.
/// </summary>
public interface IEmailDetector
{
    /// <summary>The name that the receiver, the ledger and the settings know this kind of mail by.</summary>
    string Name { get; }

    /// <summary>When in the order of decisions this detector is asked.</summary>
    DetectionStage Stage => DetectionStage.AfterGrouping;

    /// <summary>Recognises the mail, or returns null.</summary>
    Detection? Detect(DetectionInput input);
}
