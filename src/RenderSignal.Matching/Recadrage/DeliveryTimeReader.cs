using System.Globalization;

namespace RenderSignal.Matching;

/// <summary>Reads from a mail when the work is to be delivered (REFERENCE section 2, "Recadrage"). Numbers are not range-checked.</summary>
internal static class DeliveryTimeReader
{
    /// <summary>The time as <c>HHhMM</c> or <c>le dd/mm/yyyy à HHhMM</c>, or null.</summary>
    public static string? Read(ReadOnlySpan<char> text) => DueTime.Find(text) ?? LoneTime.Find(text);

    public static string Format(int hour, int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{hour:00}h{minute:00}");
}
