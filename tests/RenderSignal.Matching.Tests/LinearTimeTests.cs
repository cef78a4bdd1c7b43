using System.Diagnostics;
using System.Text;

namespace RenderSignal.Matching.Tests;

/// <summary>No text of five million characters keeps a poll waiting, whatever it consists of.</summary>
[Collection(nameof(LinearTimeTests))]
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
public sealed class LinearTimeTests
{
    private const int Length = 5_000_000;
    private const int MostRuns = 20;

#if DEBUG
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);
#else
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);
#endif

    private static readonly IEmailDetector[] Detectors = [new PresenceDetector(), new RecadrageDetector(), new DesaboDetector()];

    public static TheoryData<string> Pieces =>
    [
        "https://dropbox.com/a", "https://dropbox.com/a ", "https://dropbox.com/a&amp;b=.\n", "https://dropbox.com", "http://www.", "://", "&amp;", "&", "&#1", "&eacute;",
        "a", "A", "1", "é", "É", "e\u0301", "\u0301", "한", "각", "漢", "ﬀ", "İ", "😀", "\U0001D15E", "\ud800", "\udc00", "\udc00\ud800", "\u0f73", "ᾂ",
        " ", "\t\u00A0", "\u3000", " \u0301", "Lorem ipsum dolor sit amet, ", "Où çà ? Là-bas, près du chêne. ",
        "à faire pour le ", "à faire pour le 1/1/2026 à à ", "à faire pour 1", "a faire ", "à faire pour 1:", "faire ", "a ", "à\u00A0", "1h", "1h1", "1hx.", "12:3", "12:34", "h", ":", "12h345 ", "fair", "f", "FAIRE", "ré",
        "samedi", "samedisamedi ", "journee", "tarifs habituel", "desabon", "facturfactmomentotal h", "urgenurg", "https://www.dropbox.com/request",
        "dropbox.com/scl/f", "fromsmash.com", "dropbox.co", "ddd", ".", "»", "<", "\0", "confirmation:", "lot ", "re : ",
    ];

    [Theory, MemberData(nameof(Pieces))]
    public void A_body_of_nothing_else_is_decided_at_once(string piece)
    {
        var body = Repeat(piece);

        AssertQuick(() => Decide(Mails.MissionSubject + " samedi", body));
    }

    [Theory, MemberData(nameof(Pieces))]
    public void A_body_in_which_every_detector_reads_to_the_end_is_decided_at_once(string piece)
    {
        var body = Repeat(piece) + " https://dropbox.com/a journée tarifs habituels désabonnement";

        AssertQuick(() => Decide(Mails.MissionSubject + " samedi", body));
    }

    [Theory, MemberData(nameof(Pieces))]
    public void A_link_of_nothing_else_is_found_at_once(string piece)
    {
        var body = "https://dropbox.com/" + Repeat(piece);

        AssertQuick(() => Decide(Mails.MissionSubject, body));
    }

    [Fact]
    public void A_link_that_never_comes_twice_is_found_at_once_each_time()
    {
        var body = string.Concat(Enumerable.Range(0, Length / 26).Select(number => $"https://dropbox.com/{number:00000}\n"));

        AssertQuick(() => Decide(Mails.MissionSubject, body));
    }

    [Theory]
    [InlineData("confirmation:")]
    [InlineData("re : ")]
    [InlineData("Re")]
    [InlineData("lot ")]
    [InlineData("lot 7")]
    [InlineData("7")]
    [InlineData(" ")]
    [InlineData("é")]
    public void A_subject_of_nothing_else_is_analysed_at_once(string piece)
    {
        var subject = Repeat(piece);

        AssertQuick(() => new TextAnalyzer().AnalyzeSubject(subject));
    }

    private static string Repeat(string piece) =>
        new StringBuilder(Length + piece.Length).Insert(0, piece, Length / piece.Length).ToString();

    private static void Decide(string subject, string body)
    {
        var input = Mails.Input(subject, body);
        foreach (var detector in Detectors)
        {
            detector.Detect(input);
        }
    }

    /// <summary>One run of several has to be quick: a busy machine makes a run longer, never shorter.</summary>
    private static void AssertQuick(Action action)
    {
        action();
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < MostRuns && best >= Limit; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        Assert.True(best < Limit, $"The best of {MostRuns} runs took {best.TotalMilliseconds:0} ms.");
    }
}
