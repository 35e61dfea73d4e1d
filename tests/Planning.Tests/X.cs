namespace TigaPilar.Planning.Tests;
public class XTests { [Fact] public void Ok() => Assert.Equal(2, 1 + 1); }
