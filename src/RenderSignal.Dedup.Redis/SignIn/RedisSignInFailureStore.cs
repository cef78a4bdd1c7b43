using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Counts failures to sign in locally and on Redis, whose count is that of all servers and is obeyed. While Redis is away the local one
/// is; what was counted meanwhile is counted on Redis when it is back.
/// </summary>
internal sealed class RedisSignInFailureStore(
    [FromKeyedServices(LocalStore.Key)] ISignInFailureStore local, RedisLink link, RedisRecovery recovery, RedisSignInBacklog backlog) : ISignInFailureStore
{
    public async Task<SignInAttempt> BeginAsync(string address, string user)
    {
        var here = await local.BeginAsync(address, user);
        var everywhere = await link.WriteAsync<SignInAttempt?>(
            "begin_sign_in", async database => await RedisSignInLayout.BeginAsync(database, address, user, TimeSpan.Zero), null);
        if (everywhere is null && here.Wait is null)
        {
            backlog.AddFailure(address, user);
            recovery.Start();
        }

        return everywhere ?? here;
    }

    public async Task ForgetAsync(string address, string user)
    {
        await local.ForgetAsync(address, user);
        if (!await link.TryWriteAsync("forget_sign_in", database => RedisSignInLayout.ForgetAsync(database, address, user)))
        {
            backlog.AddSuccess(address, user);
            recovery.Start();
        }
    }
}
