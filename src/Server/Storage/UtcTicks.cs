using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TigaPilar.Server.Storage;

/// <summary>Instants as 100 ns ticks of UTC since year 1: SQLite can not order a DateTimeOffset, a number it can.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
