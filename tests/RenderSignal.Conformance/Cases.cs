using System.Text.Json.Nodes;

namespace RenderSignal.Conformance;

/// <summary>
/// The recorded cases: one JSON object a line in <c>NAME.jsonl</c>, in the folder that <c>RENDERSIGNAL_VECTORS</c> names,
/// else in <c>cases</c> beside the tests. Every line becomes a test of its own:
/// <code>
/// [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "links", MemberType = typeof(Cases))]
/// public void A_recorded_text_yields_its_links(string line) { var recorded = Cases.Parse(line); … }
/// </code>
/// </summary>
internal static class Cases
{
    private static readonly string? NamedFolder = Environment.GetEnvironmentVariable("RENDERSIGNAL_VECTORS") is { Length: > 0 } named ? named : null;
    private static readonly string Folder = NamedFolder ?? Path.Combine(AppContext.BaseDirectory, "cases");

    /// <summary>The lines of a file, each labelled with the case's <c>name</c>, or else with file and line number.</summary>
    /// <param name="name">The file's name without <c>.jsonl</c>.</param>
    public static IEnumerable<TheoryDataRow<string>> Of(string name)
    {
        var file = Path.Combine(Folder, name + ".jsonl");
        if (!File.Exists(file))
        {
            // A folder of somebody's own may hold some kinds of cases only; the copy kept here holds all.
            return NamedFolder is not null && Directory.Exists(Folder)
                ? []
                : throw new FileNotFoundException($"There are no recorded cases at {file}. Set RENDERSIGNAL_VECTORS to the folder that holds them.", file);
        }

        return from line in File.ReadLines(file).Index()
               where !string.IsNullOrWhiteSpace(line.Item)
               select new TheoryDataRow<string>(line.Item) { Label = NameOf(line.Item) ?? $"{name}:{line.Index + 1}" };
    }

    /// <summary>A line of <see cref="Of"/> as the object it is.</summary>
    public static JsonObject Parse(string line) =>
        JsonNode.Parse(line)?.AsObject() ?? throw new FormatException("A recorded case is a JSON object.");

    /// <summary>The text of a case's member.</summary>
    public static string Text(this JsonNode recorded, string member) => (string?)recorded[member]
        ?? throw new FormatException($"The recorded case has no text \"{member}\".");

    /// <summary>What must come out.</summary>
    public static JsonNode Expected(this JsonObject recorded) => recorded["expect"]
        ?? throw new FormatException("The recorded case has no \"expect\".");

    private static string? NameOf(string line) => (string?)Parse(line)["name"];
}
