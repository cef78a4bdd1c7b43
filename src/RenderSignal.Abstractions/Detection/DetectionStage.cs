namespace RenderSignal;

/// <summary>When a detector is asked (REFERENCE section 1, rows 4 to 6).</summary>
public enum DetectionStage
{
    /// <summary>Before subject groups are looked at, and only while the webhook window is open: the mail stands alone.</summary>
    BeforeGrouping,

    /// <summary>After mails of a known subject group have been set aside.</summary>
    AfterGrouping,
}
