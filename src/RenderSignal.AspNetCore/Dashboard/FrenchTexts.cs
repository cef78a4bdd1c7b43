namespace RenderSignal.AspNetCore;

internal static class FrenchTexts
{
    public static PageTexts Value { get; } = new()
    {
        Language = "fr",
        SignIn = "Connexion",
        User = "Identifiant",
        Password = "Mot de passe",
        WrongCredentials = "Identifiant ou mot de passe incorrect.",
        TooManyFailures = "Trop d’échecs. Réessayez dans {0} s.",
        StalePage = "Cette page n’était plus à jour, ou le navigateur ne garde pas les cookies. Veuillez vous reconnecter.",
        OtherSite = "Cette requête vient d’une page d’un autre site : rien n’a été fait.",
        Closed = "La connexion est fermée : aucun mot de passe n’est défini. L’exploitant du serveur définit {0}, puis le redémarre.",
        NoKeys = "Personne ne peut se connecter pour l’instant : les clés qui signent les sessions sont inaccessibles. Le journal du serveur dit pourquoi.",
        BackToSignIn = "Vers la connexion",
        SignedInAs = "Connecté en tant que {0}",
        SignOut = "Se déconnecter",
        Health = "État",
        LaterVersion = "Les pages du tableau de bord viendront avec une version ultérieure. D’ici là, l’API fait tout.",
    };
}
