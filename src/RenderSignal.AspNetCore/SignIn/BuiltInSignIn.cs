namespace RenderSignal.AspNetCore;

/// <summary>Marks routes that RenderSignal's own sign-in opens.</summary>
/// <param name="CoversApi">Whether API and dashboard are mapped at one place, so that the session's cookie can be kept to it.</param>
internal sealed record BuiltInSignIn(bool CoversApi);
