using System.Text.RegularExpressions;

namespace RenderSignal.Architecture.Tests;

public sealed partial class DocumentTests
{
    private static IEnumerable<string> Documents => Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md"));

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var links = Documents
            .SelectMany(document => Link().Matches(File.ReadAllText(document)).Select(link => (Document: document, Target: link.Groups["target"].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !link.Target.StartsWith('#'))
            .ToList();

        Assert.NotEmpty(links);
        Assert.Empty(links
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Document)!, link.Target.Split('#')[0])))
            .Select(link => $"{Repository.Relative(link.Document)}: {link.Target}"));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
