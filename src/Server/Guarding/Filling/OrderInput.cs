using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Guarding.Signing;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Gathers what the papers of a plan are made of.</summary>
internal static class OrderInput
{
    /// <summary>The groups of the sheets given, with all that is known of their people and stations.</summary>
    public static async Task<GuardOrder> OfAsync(
        Database database, GuardPlanRecord plan, IReadOnlyCollection<PolsekSheet> sheets, NameAreas names, OfficeClock clock, CancellationToken cancel)
    {
        var election = (await ElectionQueries.AllAsync(database, cancel)).Single(e => e.Id == plan.ElectionId);
        var signature = await database.Set<PlanSignature>().AsNoTracking().SingleOrDefaultAsync(s => s.PlanId == plan.Id, cancel);
        var polres = await PolsekList.PolresAsync(database, plan.AreaCode, cancel) ?? "Polres";
        var kabupaten = (await names([plan.AreaCode], cancel)).GetValueOrDefault(plan.AreaCode) ?? plan.AreaCode;
        return new GuardOrder(
            plan.RevoteOn is null ? election.Name : $"PSU {election.Name}", plan.RevoteOn ?? election.VotingDay ?? clock.Today, kabupaten, polres, plan.Version, signature?.Number,
            signature is null ? null : new SignedMark(signature.Name, signature.Office, DateOnly.FromDateTime(clock.Local(signature.At).DateTime)),
            new OrderSigner($"Kepala {polres}"), await GroupsAsync(database, plan, sheets, names, cancel), plan.CreatedAt)
        {
            IsIssued = plan.IssuedAt is not null,
            Letterhead = ["KEPOLISIAN NEGARA REPUBLIK INDONESIA", polres.ToUpperInvariant().Replace("POLRES", "RESOR", StringComparison.Ordinal)],
        };
    }

    private static async Task<ImmutableArray<OrderGroup>> GroupsAsync(
        Database database, GuardPlanRecord plan, IReadOnlyCollection<PolsekSheet> sheets, NameAreas names, CancellationToken cancel)
    {
        var own = sheets.ToDictionary(s => s.Id);
        var groups = (await database.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == plan.Id).OrderBy(g => g.Number).ToListAsync(cancel)).Where(g => own.ContainsKey(g.SheetId)).ToList();
        var wanted = groups.Select(g => g.Number).ToHashSet();
        var stations = (await database.Set<PlanStation>().AsNoTracking().Where(s => s.PlanId == plan.Id).OrderBy(s => s.StationCode).ToListAsync(cancel)).Where(s => wanted.Contains(s.Group)).ToLookup(s => s.Group);
        var codes = stations.SelectMany(g => g).Select(s => s.StationCode).ToList();
        var places = await StationCodes.PlacesAsync(database, plan.ElectionId, AreaSet.Of(plan.AreaCode), cancel);
        var contacts = await StationContacts.OfAsync(database, plan.ElectionId, AreaSet.Of(plan.AreaCode), cancel);
        var linmas = await LinmasQueries.NamesByStationAsync(database, plan.ElectionId, codes, cancel);
        var officers = (await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.PlanId == plan.Id && o.LeftAt == null).OrderBy(o => o.Id).ToListAsync(cancel)).Where(o => own.ContainsKey(o.SheetId)).ToList();
        var members = officers.Where(o => o.Group is not null).ToLookup(o => o.Group!.Value);
        var reserve = officers.Where(o => o.Part == OfficerPart.Reserve).ToLookup(o => o.SheetId);
        var byId = officers.ToDictionary(o => o.Id);
        var areas = await names([.. codes.Select(AreaCode.VillageOf).Concat(codes.Select(AreaCode.KecamatanOf)).Distinct(StringComparer.Ordinal)], cancel);
        string NameOf(string code) => areas.GetValueOrDefault(code) ?? code;
        return
        [
            .. groups.Select(g => new OrderGroup(
                g.Label, own[g.SheetId].Name.Replace("Polsek ", "", StringComparison.Ordinal), NameOf(AreaCode.KecamatanOf(g.VillageCode)),
                g.Site is { } kept ? [kept] : [.. stations[g.Number].Select(s => NameOf(AreaCode.VillageOf(s.StationCode))).Distinct(StringComparer.Ordinal)],
                g.Site is null ? IndonesianText.Class(g.Pattern) : "objek",
                string.Create(CultureInfo.InvariantCulture, $"{g.Officers} personel{(g.Site is null ? $" untuk {g.Stations} TPS" : $", {g.Hours}")}"),
                g.PadalId is { } id && byId.TryGetValue(id, out var padal) ? new OrderPadal(padal.Name ?? "", padal.Rank ?? "", padal.Phone ?? "") : new OrderPadal("", "", ""),
                [.. members[g.Number].Select(Man)], [.. reserve[g.SheetId].Select(Man)],
                [
                    .. stations[g.Number].Select(s => new OrderStation(
                        s.StationCode, s.StationCode[14..], NameOf(AreaCode.VillageOf(s.StationCode)), places.GetValueOrDefault(s.StationCode).Place ?? "", places.GetValueOrDefault(s.StationCode).At,
                        contacts.GetValueOrDefault(s.StationCode).Name ?? "", contacts.GetValueOrDefault(s.StationCode).Phone ?? "",
                        [.. linmas[s.StationCode].Select(l => new OrderLinmas(l.Name, l.Phone ?? ""))])),
                ])
            { IsObject = g.Site is not null, KecamatanCode = AreaCode.KecamatanOf(g.VillageCode) }),
        ];
    }

    private static OrderOfficer Man(GuardOfficer o) => new(o.Name ?? "", o.Rank ?? "", o.ServiceNumber ?? "", o.Unit ?? "Anggota", o.Phone ?? "");
}
