using System.Net;
using System.Net.Sockets;

namespace RenderSignal.AspNetCore;

/// <summary>Slows down who guesses passwords, as <see cref="SignInLimits"/> says.</summary>
internal sealed class SignInThrottle(ISignInFailureStore failures)
{
    private const int MaxUserLength = 100;

    /// <summary>To be called before a password is looked at. The attempt counts as a failure until <see cref="SucceedAsync"/> is called.</summary>
    public Task<SignInAttempt> BeginAsync(IPAddress? address, string user) => failures.BeginAsync(KeyOf(address), KeyOf(user));

    /// <summary>Forgets the failures of an address and a user.</summary>
    public Task SucceedAsync(IPAddress? address, string user) => failures.ForgetAsync(KeyOf(address), KeyOf(user));

    // Of IPv6 the network: whoever has one address of it has 2^64.
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };

    private static string KeyOf(string user) => user.Length > MaxUserLength ? user[..MaxUserLength] : user;
}
