using System.Text.RegularExpressions;

namespace RenderSignal.Architecture.Tests;

public sealed partial class SourceTests
{
    private const int MaxLines = 300;

    [Theory]
    [InlineData("src")]
    [InlineData("samples")]
    public void No_file_is_long(string folder) =>
        Assert.Empty(Repository.SourceFiles(folder).Where(file => File.ReadLines(file).Skip(MaxLines).Any()).Select(Repository.Relative));

    [Fact]
    public void Every_variable_that_is_read_is_described_in_the_documentation()
    {
        var variables = Repository.SourceFiles("src").Concat(Repository.SourceFiles("samples"))
            .SelectMany(file => VariableName().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet();
        var documentation = File.ReadAllText(Repository.PathOf("docs/configuration.md"));

        Assert.Contains("WEBHOOK_URL", variables);
        Assert.Empty(variables.Where(variable => !documentation.Contains($"`{variable}`", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>A string that is a variable's name: capitals with underscores, and the one variable that is a single word.</summary>
    [GeneratedRegex("\"(?<name>PRESENCE|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)\"")]
    private static partial Regex VariableName();
}
