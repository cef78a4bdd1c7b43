using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RenderSignal.AspNetCore.Tests;

/// <summary>The files that the dashboard is made of, as they lie in the package.</summary>
internal static partial class DashboardFiles
{
    private const string Prefix = "assets/";

    private static readonly Assembly Package = typeof(DashboardOptions).Assembly;

    public static IReadOnlyList<string> All { get; } =
        [.. Package.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>Our own scripts.</summary>
    public static IEnumerable<string> Scripts => All.Where(path => path.EndsWith(".js", StringComparison.Ordinal) && !path.StartsWith("vendor/", StringComparison.Ordinal));

    /// <summary>Which module imports which.</summary>
    public static IReadOnlyList<(string Module, string Imported)> Imports { get; } =
    [
        .. from script in All.Where(path => path.EndsWith(".js", StringComparison.Ordinal))
           from Match import in Import().Matches(Read(script))
           select (script, new Uri(new Uri($"http://files.test/{script}"), import.Groups["path"].Value).AbsolutePath[1..]),
    ];

    public static string Read(string path)
    {
        using var reader = new StreamReader(Package.GetManifestResourceStream(Prefix + path)!);
        return reader.ReadToEnd();
    }

    /// <summary>The texts of a language by their whole keys: <c>form.save</c>.</summary>
    public static SortedDictionary<string, string> Texts(string language)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Flatten("", JsonNode.Parse(Read($"texts/{language}.json"))!.AsObject());
        return texts;

        void Flatten(string prefix, JsonObject section)
        {
            foreach (var (name, value) in section)
            {
                if (value is JsonObject deeper)
                {
                    Flatten($"{prefix}{name}.", deeper);
                }
                else
                {
                    texts.Add(prefix + name, value!.GetValue<string>());
                }
            }
        }
    }

    [GeneratedRegex("""(?:^import|^export|\bfrom)\b[^"'\n;]*["'](?<path>\.[^"'\s]+)["'];""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
