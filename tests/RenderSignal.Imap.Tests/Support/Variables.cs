using Microsoft.Extensions.Configuration;

namespace RenderSignal.Imap.Tests;

internal static class Variables
{
    public static IConfiguration From(params IEnumerable<(string Name, string? Value)> variables) =>
        new ConfigurationBuilder().AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))).Build();
}
