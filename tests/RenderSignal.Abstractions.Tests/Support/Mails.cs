namespace RenderSignal.Abstractions.Tests;

internal static class Mails
{
    public const string Link = "https://www.dropbox.com/s/3916e1df/f.zip";
    public const string Sender = "achats@example.test";
    public const string RecadrageSubject = "Média Solution - Missions Recadrage - Lot 7";
    public const string RecadrageBody = $"à faire pour 14h30 {Link}";
    public const string DesaboSubject = "Désabonnement";
    public const string DesaboBody = $"Je me désabonne pour la journée aux tarifs habituels {Link}";
    public const string DesaboRequestBody = "Je me désabonne pour la journée aux tarifs habituels https://www.dropbox.com/request/abc";

    /// <summary>A mail that differs from all others by its UID.</summary>
    public static EmailEnvelope Envelope(uint uid = 1, string? subject = null, string sender = Sender, long size = 1000, bool hasAttachments = false) => new()
    {
        Uid = new MessageUid(1, uid),
        MessageId = $"<{uid}@example.test>",
        Subject = subject ?? $"Bonjour numéro {uid}",
        Date = "Thu, 05 Nov 2026 09:27:00 +0100",
        From = sender,
        SizeInBytes = size,
        HasAttachments = hasAttachments,
    };
}
