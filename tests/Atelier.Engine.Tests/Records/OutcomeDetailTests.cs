using Atelier.Engine.Records;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Records;

public class OutcomeDetailTests
{
    // Left out when they were defaults, these members made the row unreadable: they are required.
    [Theory]
    [InlineData(FailureKind.Transient)]
    [InlineData(FailureKind.Permanent)]
    public void FromJson_AfterToJson_GivesWhatWasWritten(FailureKind kind)
    {
        var failure = new StepFailure { Kind = kind, Code = "ATL5301", Message = "no answer" };
        var detail = new OutcomeDetail
        {
            Failure = failure,
            Failures = [new FailureRecord("enrich.call", "a", 0, failure)],
            Why = new WhyDetail { Reused = false, Class = "pure", Reason = "no earlier result" },
            Milliseconds = 0,
        };

        var read = OutcomeDetail.FromJson(detail.ToJson())!;

        Assert.Equal(detail.Failure, read.Failure);
        Assert.Equal(detail.Failures, read.Failures);
        Assert.Equal(detail.Why, read.Why);
        Assert.Equal(0, read.Milliseconds);
    }
}
