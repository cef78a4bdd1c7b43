using RenderSignal.TestKit;

namespace RenderSignal.Server.Demo;

/// <summary>A mail of every kind, and a receiver that is not always in the mood.</summary>
internal static class DemoMails
{
    public const string Sender = "achats@example.test";
    public const string OtherSender = "planning@example.test";

    public const string LastSubject = "Un de trop";

    private const string Link = "https://www.dropbox.com/scl/fo/7h2k/photos?rlkey=demo";

    /// <summary>The second send is met by an overloaded receiver and repeated, the third is refused and tried again in the next cycle.</summary>
    public static IReadOnlyList<Answer> ReceiverAnswers { get; } =
        [Answer.Success, new(503, "overloaded"), Answer.Success, new(422, """{"success":false,"message":"no such client"}"""), Answer.Success];

    public const string Preferences = """
        {"retry_count": 1, "retry_delay_sec": 1, "rate_limit_per_hour": 4, "max_email_size_mb": 1, "exclude_keywords": ["newsletter"]}
        """;

    public static IReadOnlyList<DemoMail> All { get; } =
    [
        new(Mail(1, "Média Solution - Missions Recadrage - Lot 12", $"Bonjour,\nà faire pour le 5/12/2026 à 14h30\n{Link}")),
        new(Mail(2, "Média Solution - Missions Recadrage - Lot 13 - URGENCE", $"Dès que possible, merci.\n{Link}")),
        new(Mail(1, "Média Solution - Missions Recadrage - Lot 12", $"Bonjour,\nà faire pour le 5/12/2026 à 14h30\n{Link}")),
        new(Mail(3, "Média Solution - Missions Recadrage - Lot 12", $"Rappel : à faire pour 15h\n{Link}")),
        new(Mail(4, "Se désabonner", "Une journée aux tarifs habituels : https://www.dropbox.com/request/7h2k")),
        new(Mail(5, "Présence samedi", "Es-tu là samedi ?", OtherSender)),
        new(Mail(6, "Re: Planning", $"Vu, merci. {Link}", OtherSender)),
        new(Mail(7, "Offre du jour", $"Cliquez vite ! {Link}", "promo@elsewhere.test")),
        new(Mail(8, "Bonjour", "Rien à livrer aujourd'hui.")),
        new(Mail(9, "Newsletter de décembre", $"Toutes nos nouvelles. {Link}")),
        new(Mail(10, "Livraison", "Voici : https://www.swisstransfer.com/d/7h2k-demo", OtherSender)),
        new(Mail(11, "Très lourd", $"{new string('x', 1_200_000)}\n{Link}")),
        new(Mail(12, "Abîmé", $"Ce texte n'arrive pas. {Link}"), IsBroken: true),
        new(Mail(13, LastSubject, $"La cinquième livraison de l'heure. {Link}")),
    ];

    /// <summary>A mail that is sent, for each number another one.</summary>
    public static string Delivery(int number) => Mail(number, $"Livraison {number}", $"Voici : https://www.swisstransfer.com/d/demo-{number}");

    private static string Mail(int number, string subject, string body, string sender = Sender) => $"""
        Message-ID: <demo-{number}@example.test>
        Date: Thu, 05 Nov 2026 10:{number % 60:00}:00 +0100
        From: {sender}
        To: inbox@mail.test
        Subject: {subject}
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {body}
        """;
}
