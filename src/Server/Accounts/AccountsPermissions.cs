namespace TigaPilar.Server.Accounts;

/// <summary>Permissions of this room.</summary>
internal static class AccountsPermissions
{
    /// <summary>Open to all: whoever has a password, a code or an invitation.</summary>
    public const string SignIn = "signin.read";

    public const string Manage = "accounts.write";
}
