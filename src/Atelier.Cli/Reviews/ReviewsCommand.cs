using System.CommandLine;

namespace Atelier.Cli.Reviews;

/// <summary><c>atelier reviews ...</c>: what waits for people, and their answers.</summary>
internal static class ReviewsCommand
{
    public static Command Create() => new("reviews", "List and answer what waits for a person.")
    {
        ListReviewsCommand.Create(),
        ShowReviewCommand.Create(),
        AnswerReviewCommand.Accept(),
        AnswerReviewCommand.Reject(),
        AnswerReviewCommand.Edit(),
    };
}
