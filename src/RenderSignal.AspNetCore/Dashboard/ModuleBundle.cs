using System.Text;
using System.Text.RegularExpressions;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Puts ES modules into one, each after those that it imports: a browser fetches one file instead of some ninety. Reads the forms of
/// <c>import</c> and <c>export</c> that the dashboard's scripts use, at the start of a line, and those of the libraries; refuses others.
/// </summary>
internal sealed partial class ModuleBundle(Func<string, string> read)
{
    private readonly StringBuilder _bundle = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _begun = [];

    /// <param name="entry">The module that nobody imports; it may wait at its top level.</param>
    /// <param name="read">Gives the text of a module by its path.</param>
    /// <exception cref="FormatException">A form that is not known here, or modules that import each other.</exception>
    public static string Compose(string entry, Func<string, string> read)
    {
        var bundle = new ModuleBundle(read);
        var (body, _) = bundle.Rewrite(entry);
        return bundle._bundle.Append(body).ToString();
    }

    /// <returns>The name of the module's exports.</returns>
    private string NameOf(string path)
    {
        if (_names.TryGetValue(path, out var known))
        {
            return known;
        }

        if (!_begun.Add(path))
        {
            throw new FormatException($"{path} imports itself by way of others: move what they share into a module of its own.");
        }

        var (body, exports) = Rewrite(path);
        var name = $"$module{_names.Count}";
        _names.Add(path, name);
        _bundle.Append(null, $"const {name} = (() => {{ // {path}\n{body}\nreturn {{ {string.Join(", ", exports)} }};\n}})();\n");
        return name;
    }

    private (string Body, List<string> Exports) Rewrite(string path)
    {
        List<string> exports = [];
        var body = Import().Replace(read(path), match => $"const {{ {Bindings(match)} }} = {NameOf(Resolve(path, match))};");
        body = ExportFrom().Replace(body, match =>
        {
            var from = NameOf(Resolve(path, match));
            exports.AddRange(Pairs(match).Select(pair => $"{pair.To}: {from}.{pair.From}"));
            return "";
        });
        body = ExportList().Replace(body, match =>
        {
            exports.AddRange(Pairs(match).Select(pair => $"{pair.To}: {pair.From}"));
            return "";
        });
        body = ExportDefault().Replace(body, _ =>
        {
            exports.Add("default: $default");
            return "const $default = ";
        });
        body = ExportDeclaration().Replace(body, match =>
        {
            exports.Add(match.Groups["name"].Value);
            return match.Groups["declaration"].Value;
        });
        return Unknown().Match(body) is { Success: true } unknown
            ? throw new FormatException($"{path} has a form of import or export that is not known here: {unknown.Value}")
            : (body, exports);
    }

    private static string Bindings(Match match) => match.Groups["default"] is { Success: true, Value: var name }
        ? $"default: {name}"
        : string.Join(", ", Pairs(match).Select(pair => $"{pair.From}: {pair.To}"));

    private static IEnumerable<(string From, string To)> Pairs(Match match) =>
        from part in match.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let names = part.Split(" as ", StringSplitOptions.TrimEntries)
        select (names[0], names[^1]);

    private static string Resolve(string path, Match match) => new Uri(new Uri($"file:///{path}"), match.Groups["path"].Value).AbsolutePath[1..];

    [GeneratedRegex("""^import\s*(?:(?:(?<default>[\w$]+)|\{(?<names>[^}]*)\})\s*from\s*)?["'](?<path>\.[^"']+)["'];""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""^export\s*\{(?<names>[^}]*)\}\s*from\s*["'](?<path>\.[^"']+)["'];""", RegexOptions.Multiline)]
    private static partial Regex ExportFrom();

    [GeneratedRegex(@"(?<=^|[;}])export\s*\{(?<names>[^}]*)\};?", RegexOptions.Multiline)]
    private static partial Regex ExportList();

    [GeneratedRegex(@"(?<=^|[;}])export default\s+(?=function\b)", RegexOptions.Multiline)]
    private static partial Regex ExportDefault();

    [GeneratedRegex(@"^export (?<declaration>(?:(?:async )?function\*?|class|const) (?<name>[\w$]+))", RegexOptions.Multiline)]
    private static partial Regex ExportDeclaration();

    [GeneratedRegex(@"^(?:import|export)\b.*|\bimport\(.*|[;}]export\b.*", RegexOptions.Multiline)]
    private static partial Regex Unknown();
}
