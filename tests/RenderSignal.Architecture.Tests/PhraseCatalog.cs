using System.Reflection;
using NodaTime;

namespace RenderSignal.Architecture.Tests;

/// <summary>
/// All that the packages say with a code. A class of phrases is static, its name ends in one of <see cref="Groups"/>, and each of its
/// members that others can use is a phrase or makes one.
/// </summary>
internal static class PhraseCatalog
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const string Particulars = "reasonDetail";

    /// <summary>What the names of the classes end in, and the group that is.</summary>
    public static IReadOnlyDictionary<string, string> Groups { get; } = new Dictionary<string, string>
    {
        ["Findings"] = "finding",
        ["Particulars"] = Particulars,
        ["Notes"] = "note",
        ["Expectations"] = "expected",
        ["Statuses"] = "tools.address.status",
    };

    /// <summary>Each phrase, by group and code.</summary>
    public static IReadOnlyList<PhraseSample> All { get; } =
        [.. Declared().Concat(Reasons()).OrderBy(sample => sample.Group, StringComparer.Ordinal).ThenBy(sample => sample.Code, StringComparer.Ordinal)];

    private static IEnumerable<PhraseSample> Declared() =>
        from type in Package.All.SelectMany(package => package.Types)
        where type is { IsAbstract: true, IsSealed: true }
        let ending = Groups.Keys.FirstOrDefault(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))
        where ending is not null
        from method in type.GetMethods(Static)
        where method.ReturnType == typeof(Phrase) && !method.IsPrivate
        let phrase = (Phrase)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!
        select new PhraseSample(Groups[ending], Groups[ending] == Particulars ? InWords(phrase) : phrase);

    private static IEnumerable<PhraseSample> Reasons() =>
        Enum.GetValues<DecisionReason>().Select(reason => new PhraseSample("reason", ReasonText.PhraseFor(Record(reason))));

    /// <summary>Particulars as they are told: after the reason that is their code.</summary>
    private static Phrase InWords(Phrase particulars) => Enum.GetValues<DecisionReason>()
        .Select(reason => ReasonText.PhraseFor(Record(reason) with { Detail = particulars.English, DetailValues = particulars.Values }))
        .FirstOrDefault(told => told.Code == particulars.Code, particulars);

    private static LedgerRecord Record(DecisionReason reason) =>
        new() { Id = "", Status = default, Reason = reason, Route = "its-route", FirstSeenAt = default, DecidedAt = default };

    /// <summary>A value that stands in no text of itself.</summary>
    private static object Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => $"its-{parameter.Name}",
        var type when type == typeof(int) => 7001 + parameter.Position,
        var type when type == typeof(long) => (7001L + parameter.Position) * 1024 * 1024,
        var type when type == typeof(Instant) => Instant.FromUtc(2027, 3, 4, 5, 6),
        var type when type == typeof(LocalDate?) => new LocalDate(2027, 3, 4),
        var type => throw new NotSupportedException($"Nothing is known to say for a {type}: add it here."),
    };
}
