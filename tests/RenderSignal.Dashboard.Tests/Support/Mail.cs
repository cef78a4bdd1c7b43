namespace RenderSignal.Dashboard.Tests;

/// <summary>A mail in plain text, with a <c>Message-ID</c> of its own.</summary>
/// <param name="Subject">Its subject; two of one subject in a month are duplicates.</param>
/// <param name="Body">Its text; with a delivery link, so that it is sent.</param>
/// <param name="Sender">Its <c>From</c>.</param>
public sealed record Mail(string Subject, string Body = "https://fromsmash.com/a", string Sender = "lot@example.test")
{
    private readonly Guid _id = Guid.NewGuid();

    /// <summary>Its <c>Date</c>.</summary>
    public string Date { get; init; } = "Thu, 05 Nov 2026 09:27:00 +0100";

    /// <summary>As it travels, with line feeds.</summary>
    public override string ToString() => $"""
        Message-ID: <{_id:N}@example.test>
        Date: {Date}
        From: {Sender}
        To: inbox@mail.test
        Subject: {Subject}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {Body}

        """;
}
