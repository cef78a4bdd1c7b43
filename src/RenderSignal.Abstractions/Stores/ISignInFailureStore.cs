namespace RenderSignal;

/// <summary>Counts failures to sign in, by address and by user, as <see cref="SignInLimits"/> says. Safe for concurrent use.</summary>
public interface ISignInFailureStore
{
    /// <summary>
    /// To be called before a password is looked at. In one step: the attempt is told to wait, or it counts as a failure from now on, until
    /// <see cref="ForgetAsync"/>; many at once would otherwise all be let in before the first of them has failed. Cannot be cancelled: who
    /// hangs up has tried all the same.
    /// </summary>
    /// <param name="address">Where it comes from, in the form in which addresses are compared.</param>
    /// <param name="user">As whom, in the form in which users are compared. It may be a password typed into the wrong field.</param>
    Task<SignInAttempt> BeginAsync(string address, string user);

    /// <summary>An attempt succeeded: forgets the failures of an address and a user.</summary>
    Task ForgetAsync(string address, string user);
}
