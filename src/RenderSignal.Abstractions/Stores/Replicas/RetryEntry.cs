namespace RenderSignal;

/// <summary>What must not be tried again yet, as <see cref="IRetryStore"/> remembers it.</summary>
/// <param name="Key">A <see cref="MessageUid"/> or an email id.</param>
/// <param name="State">When it may be tried again.</param>
public sealed record RetryEntry(string Key, RetryState State);
