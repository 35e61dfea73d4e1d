namespace TigaPilar.Server.Sample;

internal static class SampleModule
{
    public static IServiceCollection AddSample(this IServiceCollection services) => services.AddScoped<SampleKabupaten>();
}
