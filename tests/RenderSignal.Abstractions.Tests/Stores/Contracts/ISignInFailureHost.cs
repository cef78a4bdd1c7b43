namespace RenderSignal.Abstractions.Tests;

/// <summary>A store of failures to sign in, empty at first, whose time the test lets pass.</summary>
public interface ISignInFailureHost : IAsyncLifetime
{
    ISignInFailureStore Store { get; }

    Task PassAsync(TimeSpan time);
}
