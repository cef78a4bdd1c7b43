using Microsoft.Extensions.DependencyInjection.Extensions;
using RenderSignal;
using RenderSignal.Matching;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the recognition of mails to RenderSignal.</summary>
public static class MatchingRenderSignalBuilderExtensions
{
    /// <summary>
    /// Adds the <see cref="ITextAnalyzer"/> and the built-in <see cref="IEmailDetector"/>s, in the order in which they are
    /// asked: presence, recadrage, desabo (REFERENCE section 2). A detector registered earlier is asked before them, one
    /// registered later after them. Calling it again changes nothing.
    /// </summary>
    /// <param name="builder">The builder that <c>AddRenderSignal</c> returned.</param>
    /// <returns>The same builder.</returns>
    public static RenderSignalBuilder AddMatching(this RenderSignalBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Services.TryAddSingleton<ITextAnalyzer, TextAnalyzer>();
        builder.Services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IEmailDetector, PresenceDetector>(),
            ServiceDescriptor.Singleton<IEmailDetector, RecadrageDetector>(),
            ServiceDescriptor.Singleton<IEmailDetector, DesaboDetector>(),
        ]);
        return builder;
    }
}
