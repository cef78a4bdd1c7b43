namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What <c>AddRenderSignal</c> returns: the packages hang their own <c>Add…</c> on it.</summary>
/// <param name="Services">The services that are being put together.</param>
public sealed record RenderSignalBuilder(IServiceCollection Services);
