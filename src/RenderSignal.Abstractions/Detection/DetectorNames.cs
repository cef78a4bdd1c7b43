namespace RenderSignal;

/// <summary>The names of the built-in detectors as receivers see them.</summary>
public static class DetectorNames
{
    /// <summary>Média Solution's "recadrage" missions.</summary>
    public const string Recadrage = "recadrage";

    /// <summary>Unsubscribe for a day at the usual rates.</summary>
    public const string Desabo = "desabonnement_journee_tarifs";

    /// <summary>Presence on Saturday.</summary>
    public const string Presence = "samedi_presence";
}
