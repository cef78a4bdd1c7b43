using System.Buffers;

namespace RenderSignal.Matching;

/// <summary>What in a mail speaks for and against a desabo (REFERENCE section 2). The words are parts of words too.</summary>
internal static class DesaboSigns
{
    private const string DropboxRequest = "https://www.dropbox.com/request/";
    private const string Unsubscribe = "desabonn";

    private static readonly SearchValues<string> OtherMatters = SearchValues.Create(
        ["annulation", "facturation", "facture", "moment", "reference client", "total ht"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Urgency = SearchValues.Create(["urgent", "urgence"], StringComparison.Ordinal);

    public static bool IsDesabo(DetectionInput mail) =>
        Contains(mail.NormalizedBody, "journee")
        && Contains(mail.NormalizedBody, "tarifs habituels")
        && (Contains(mail.NormalizedSubject, Unsubscribe) || Contains(mail.NormalizedBody, Unsubscribe) || HasDropboxRequest(mail))
        && !mail.NormalizedBody.AsSpan().ContainsAny(OtherMatters);

    public static bool HasDropboxRequest(DetectionInput mail) =>
        mail.Body.Contains(DropboxRequest, StringComparison.OrdinalIgnoreCase);

    public static bool IsUrgent(DetectionInput mail) =>
        mail.NormalizedSubject.AsSpan().ContainsAny(Urgency) || mail.NormalizedBody.AsSpan().ContainsAny(Urgency);

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
