namespace RenderSignal.AspNetCore;

/// <summary>Tells whether the application has mapped <c>/login</c>.</summary>
internal sealed class SignInMapping
{
    public bool IsMapped { get; set; }
}
