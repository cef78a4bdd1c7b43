using System.Reflection;
using System.Runtime.CompilerServices;

namespace RenderSignal.Architecture.Tests;

/// <summary>A package, and what it is allowed (docs/architecture.md).</summary>
/// <param name="Name">The name of project, assembly and package.</param>
/// <param name="RootNamespace">The namespace its public types begin with.</param>
/// <param name="FirstEventId">Where its block of a thousand event ids begins.</param>
/// <param name="Dependencies">The packages its project may name; a trailing dot stands for all that begin so.</param>
public sealed record Package(string Name, string RootNamespace, int FirstEventId, params string[] Dependencies)
{
    public static IReadOnlyList<Package> All { get; } =
    [
        new("RenderSignal.Abstractions", "RenderSignal", 1000, "Microsoft.Extensions.", "NodaTime"),
        new("RenderSignal.Imap", "RenderSignal.Imap", 2000, "Microsoft.Extensions.", "MailKit"),
        new("RenderSignal.Matching", "RenderSignal.Matching", 3000),
        new("RenderSignal.Webhooks", "RenderSignal.Webhooks", 4000, "Microsoft.Extensions.", "Polly"),
        new("RenderSignal.Dedup.Redis", "RenderSignal.Dedup.Redis", 5000, "Microsoft.Extensions.", "StackExchange.Redis"),
        new("RenderSignal.AspNetCore", "RenderSignal.AspNetCore", 6000),
    ];

    public static TheoryData<string> Names { get; } = [.. All.Select(package => package.Name)];

    public string ProjectFile => Repository.PathOf($"src/{Name}/{Name}.csproj");

    /// <summary>The types that somebody wrote.</summary>
    public IEnumerable<Type> Types =>
        Assembly.Load(Name).GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.FullName!.Contains('<', StringComparison.Ordinal));

    public static Package Named(string name) => All.Single(package => package.Name == name);

    public bool MayUse(string dependency) => Dependencies.Any(allowed =>
        allowed.EndsWith('.') ? dependency.StartsWith(allowed, StringComparison.Ordinal) : dependency == allowed);
}
