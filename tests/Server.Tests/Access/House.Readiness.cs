using TigaPilar.Server.Readiness;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Access;

/// <summary>What an agency of either kabupaten states.</summary>
public partial class House
{
    /// <summary>The sample's Kodim.</summary>
    public Guid OwnAgency { get; private set; }

    public Guid OtherAgency { get; private set; }

    public Guid OtherObstacle { get; } = Guid.CreateVersion7();

    // In the election that both share too: there it would be read first.
    private void AddReadiness(Database database, Guid agency, int own, int other)
    {
        (OtherAgency, var now) = (agency, TimeProvider.System.GetUtcNow());
        foreach (var election in (int[])[own, other])
        {
            database.Add(new ReadinessAnswer { AgencyId = agency, ElectionId = election, Point = "Personel", State = PointState.Hindered, Note = Marker, By = Marker, At = now });
            database.Add(new ReadinessSignature { AgencyId = agency, ElectionId = election, AccountId = Guid.Empty, By = Marker, At = now, Digest = new string('0', 64) });
            database.Add(new Obstacle { Id = election == own ? OtherObstacle : Guid.CreateVersion7(), AgencyId = agency, ElectionId = election, What = Marker, Due = DateOnly.FromDateTime(now.UtcDateTime), By = Marker, At = now });
        }
    }
}
