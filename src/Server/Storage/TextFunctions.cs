namespace TigaPilar.Server.Storage;

/// <summary>What queries ask of the engine; not to be called outside a query.</summary>
public static class TextFunctions
{
    /// <summary>The text in small letters, by the engine.</summary>
    public static string Lower(string? text) => throw new InvalidOperationException("Only for queries.");
}
