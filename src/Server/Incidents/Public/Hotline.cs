namespace TigaPilar.Server.Incidents.Public;

/// <summary>Where citizens are heard besides the form: a telephone of an office, or the region's own application (C-32). Anybody may read it.</summary>
public sealed class Hotline
{
    public required Guid Id { get; init; }

    /// <summary>The kabupaten whose Desk keeps it.</summary>
    public required string AreaCode { get; init; }

    /// <summary>What for: Posko Desk, Bencana, Kesehatan.</summary>
    public required string Topic { get; set; }

    /// <summary>As one writes it; null where there is only a <see cref="Link"/>.</summary>
    public string? Number { get; set; }

    /// <summary>Absolute address of a page or application; null where there is only a <see cref="Number"/>.</summary>
    public string? Link { get; set; }

    /// <summary>When somebody is there, in words.</summary>
    public string? Hours { get; set; }
}
