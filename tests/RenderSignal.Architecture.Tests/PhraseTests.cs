using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RenderSignal.TestKit;

namespace RenderSignal.Architecture.Tests;

/// <summary>What is said with a code. Texts in other languages rest on codes and values: the verified file is the list that they follow, and a code that is in it stays.</summary>
public sealed partial class PhraseTests
{
    private const string Texts = "src/RenderSignal.AspNetCore/Dashboard/Assets/texts";

    [Fact]
    public void Every_phrase_is_listed() =>
        Snapshot.Match(string.Join('\n', PhraseCatalog.All.Select(sample => sample.ToString()).Distinct()));

    [Fact]
    public void A_code_says_one_thing_in_its_group() => Assert.Empty(PhraseCatalog.All
        .GroupBy(sample => (sample.Group, sample.Code), sample => sample.ToString())
        .Where(same => same.Distinct().Count() > 1)
        .Select(same => same.Key));

    [Fact]
    public void Codes_and_names_of_values_are_in_snake_case() =>
        Assert.DoesNotContain(PhraseCatalog.All.SelectMany(sample => sample.Values.Prepend(sample.Code)), name => !SnakeCase().IsMatch(name));

    [Fact]
    public void The_code_of_particulars_is_a_reason() => Assert.Empty(CodesOf("reasonDetail").Except(CodesOf("reason")));

    [Fact]
    public void Phrases_are_made_in_the_classes_that_the_catalogue_reads() => Assert.Empty(Repository.SourceFiles("src")
        .Where(file => MakesPhrase().IsMatch(File.ReadAllText(file)))
        .Where(file => !PhraseCatalog.Groups.Keys.Append(nameof(ReasonText)).Any(ending => file.EndsWith($"{ending}.cs", StringComparison.Ordinal)))
        .Select(Repository.Relative));

    public static TheoryData<string> Languages => [.. Directory.EnumerateFiles(Repository.PathOf(Texts), "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>With the values that it has, or some of them.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void The_dashboard_says_every_phrase(string language)
    {
        var texts = JsonNode.Parse(File.ReadAllText(Repository.PathOf($"{Texts}/{language}.json")))!;
        foreach (var sample in PhraseCatalog.All)
        {
            var text = sample.Group.Split('.').Append(sample.Code).Aggregate((JsonNode?)texts, (node, part) => node?[part]);

            Assert.True(text is not null, $"{language}.json has no {sample.Group}.{sample.Code}: {sample.Template}");
            var places = Place().Matches(text.ToJsonString()).Select(match => match.Groups["name"].Value);
            Assert.Empty(places.Except(sample.Values).Except(["route"]));
        }
    }

    private static IEnumerable<string> CodesOf(string group) => PhraseCatalog.All.Where(sample => sample.Group == group).Select(sample => sample.Code);

    /// <summary><c>new Phrase("code"</c>, or <c>Phrase Name … new("code"</c>.</summary>
    [GeneratedRegex(@"new Phrase\(|\bPhrase\??\s+\w+[^;""]*?\bnew\(\s*""")]
    private static partial Regex MakesPhrase();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();

    [GeneratedRegex(@"\{(?<name>\w+)\}")]
    private static partial Regex Place();
}
