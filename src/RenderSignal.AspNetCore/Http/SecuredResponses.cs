namespace RenderSignal.AspNetCore;

/// <summary>Marks RenderSignal's own routes, whose answers get the headers of <see cref="SecurityHeaders"/>.</summary>
internal sealed class SecuredResponses;
