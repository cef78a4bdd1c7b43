namespace RenderSignal.AspNetCore;

/// <summary>Makes hashes of passwords, so that <see cref="DashboardOptions.Password"/> need not be a password.</summary>
public static class DashboardPassword
{
    /// <summary>
    /// A hash to write in the place of the password (<c>TRIGGER_PAGE_PASSWORD</c>):
    /// <c>pbkdf2-sha512:210000:SALT:HASH</c>, another one on each call. Takes some 100 ms of computing, as every sign-in then does.
    /// </summary>
    /// <param name="password">The password; not empty.</param>
    public static string Hash(string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        return Pbkdf2Hash.Create(password).ToString();
    }
}
