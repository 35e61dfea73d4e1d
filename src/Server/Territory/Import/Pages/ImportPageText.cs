namespace TigaPilar.Server.Territory.Import.Pages;

/// <summary>Names the texts of the import's pages.</summary>
public sealed class ImportPageText;
