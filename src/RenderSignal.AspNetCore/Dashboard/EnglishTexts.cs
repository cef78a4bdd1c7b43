namespace RenderSignal.AspNetCore;

internal static class EnglishTexts
{
    public static PageTexts Value { get; } = new()
    {
        Language = "en",
        SignIn = "Sign in",
        User = "User",
        Password = "Password",
        WrongCredentials = "User or password is wrong.",
        TooManyFailures = "Too many failures. Try again in {0} s.",
        StalePage = "This page was out of date, or the browser keeps no cookies. Please sign in again.",
        OtherSite = "This request came from a page of another site, so nothing was done.",
        Closed = "Sign-in is closed: no password is set. Whoever runs this server sets {0} and starts it again.",
        NoKeys = "Nobody can sign in at the moment: the keys that sessions are signed with cannot be reached. The server's log says why.",
        BackToSignIn = "To the sign-in",
        SignedInAs = "Signed in as {0}",
        SignOut = "Sign out",
        Health = "Health",
        LaterVersion = "The pages of the dashboard come with a later version. Until then the API does everything.",
    };
}
