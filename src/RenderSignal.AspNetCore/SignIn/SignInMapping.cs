namespace RenderSignal.AspNetCore;

/// <summary>What the application has mapped, as far as it concerns who may come in.</summary>
internal sealed class SignInMapping
{
    private readonly List<string> _policies = [];

    /// <summary>Whether <c>/login</c> is mapped.</summary>
    public bool IsMapped { get; set; }

    /// <summary>Whether routes are mapped that only a session of the built-in sign-in opens.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>The application's policies that open routes.</summary>
    public IReadOnlyList<string> Policies => _policies;

    public void Uses(string policy) => _policies.Add(policy);
}
