using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>The outline of a village for drawing.</summary>
/// <param name="Village">Index into <see cref="TerritoryMap.Villages"/>.</param>
/// <param name="Rings">
/// All rings, outer ones and holes alike, each closed; filled by the even-odd rule they give the shape.
/// </param>
public sealed record VillageShape(int Village, ImmutableArray<ImmutableArray<GeoPoint>> Rings);
