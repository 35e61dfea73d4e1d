namespace TigaPilar.Server.Accounts;

/// <summary>Names the texts of this room.</summary>
public sealed class AccountsText;
