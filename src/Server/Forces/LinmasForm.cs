namespace TigaPilar.Server.Forces;

/// <summary>What is typed of somebody; <see cref="Version"/> is that of the row that the typing began from.</summary>
public sealed class LinmasForm
{
    public string? Name { get; set; }

    public string? BirthYear { get; set; }

    public string? Phone { get; set; }

    public string? CardNumber { get; set; }

    public bool IsSatlinmas { get; set; }

    public bool IsStationGuard { get; set; }

    public bool IsSkd { get; set; }

    public string? TrainingKind { get; set; }

    public DateOnly? TrainingOn { get; set; }

    public string? Reason { get; set; }

    public int Version { get; set; }
}
