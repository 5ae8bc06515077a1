using System.Text.Json;
using Atelier.Models.Decoding;
using Atelier.Models.Lanes;
using Atelier.Sdk.Models;
using static Atelier.Models.Questions.WireQuestions;

namespace Atelier.Models.Questions;

/// <summary>Questions of bodies as requests of the protocol. <see cref="ScoreLabels"/> is none of them: it is made of embeddings, see <see cref="LabelQuestions"/>.</summary>
internal static class QuestionMap
{
    /// <summary>The request and how its answer is read. The model's kind answers such questions, see <see cref="QuestionKinds"/>.</summary>
    public static Question<TAnswer> Of<TAnswer>(AskedModel asked, ModelQuestion<TAnswer> question)
    {
        object request = question switch
        {
            EmbedPicture { Path: var path } when asked.Model.Kind == ModelKind.Onnx => OnnxQuestions.Embed(asked.Model, path),
            EmbedPicture { Path: var path } => new Question<float[]>("embed_pictures", OfPicture(path), AnswerTensors.Embedding),
            EmbedText { Text: var text } => new Question<float[]>("embed_texts", OfText(text), AnswerTensors.Embedding),
            ScorePicture { Path: var path } => new Question<PictureScore>("score", OfPicture(path), static item => QualityDecoder.Nima(AnswerTensors.Take(item, "scores"))),
            DetectObjects detect when asked.Model.Kind == ModelKind.Onnx => OnnxQuestions.Detect(asked.Model, detect),
            DetectObjects detect => new Question<DetectedObjects>("detect", OfPicture(detect.Path), item => Objects(asked, detect, item)),
            SegmentPicture segment => Segment(segment),
            LabelText { Text: var text } => new Question<IReadOnlyList<LabelledSpan>>("label_tokens", OfText(text), item => Spans(asked, text, item)),
            GenerateText generate => Generate(generate),
            _ => throw new InvalidOperationException($"{question.GetType().Name} is no question of the protocol"),
        };
        return (Question<TAnswer>)request;
    }

    internal static byte[] OfPicture(string path) => JsonSerializer.SerializeToUtf8Bytes(new Picture(path), WireQuestionsJson.Default.Picture);

    private static byte[] OfText(string text) => JsonSerializer.SerializeToUtf8Bytes(new Words(text), WireQuestionsJson.Default.Words);

    private static DetectedObjects Objects(AskedModel asked, DetectObjects question, WireItem item)
    {
        var labels = asked.Labels ?? throw new DecodingException("neither its config.json (`id2label`) nor `labels:` of its registration names its classes");
        var found = DetectionDecoder.RtDetr(
            AnswerTensors.Take(item, "logits"), AnswerTensors.Take(item, "pred_boxes"), labels, item.Width, item.Height, question.Threshold, question.Max, question.Labels);
        return new DetectedObjects(item.Width, item.Height, found);
    }

    private static Question<SegmentedPicture> Segment(SegmentPicture question)
    {
        var prompts = question.Prompts.Select(static prompt => new Prompt(
            prompt.Box is { } box ? [box.Left, box.Top, box.Right, box.Bottom] : null,
            [.. prompt.Inside.Select(static point => new[] { point.X, point.Y, 1 }), .. prompt.Outside.Select(static point => new[] { point.X, point.Y, 0 })]));
        var item = JsonSerializer.SerializeToUtf8Bytes(new Prompted(question.Path, [.. prompts]), WireQuestionsJson.Default.Prompted);
        return new Question<SegmentedPicture>("segment", item, static answer => new SegmentedPicture(
            answer.Width,
            answer.Height,
            MaskDecoder.Best(AnswerTensors.Take(answer, "iou_scores"), AnswerTensors.Take(answer, "pred_masks"), AnswerTensors.Find(answer, "object_score_logits"))));
    }

    private static IReadOnlyList<LabelledSpan> Spans(AskedModel asked, string text, WireItem item)
    {
        var labels = asked.Labels ?? throw new DecodingException("neither its config.json (`id2label`) nor `labels:` of its registration names its classes");
        var words = item.Words ?? throw new DecodingException("the host gave no `words`");
        return words.All(word => word is [var start, var end] && start >= 0 && start <= end && end <= text.Length)
            ? SpanDecoder.Bio([.. words.Select(static word => new WordRange(word[0], word[1]))], AnswerTensors.Take(item, "logits"), labels, text)
            : throw new DecodingException("the host gave `words` that do not lie in the text");
    }

    private static Question<GeneratedText> Generate(GenerateText question)
    {
        var messages = question.Messages.Select(static message => new Message(message.Role, message.Text, message.Pictures));
        var parameters = new Writing(question.MaxTokens, question.Temperature, question.Seed, question.Stop, Stream: true);
        return new Question<GeneratedText>(
            "generate",
            JsonSerializer.SerializeToUtf8Bytes(new Conversation([.. messages]), WireQuestionsJson.Default.Conversation),
            static item => new GeneratedText(item.Text ?? throw new DecodingException("the host gave no `text`"), item.InputTokens, item.OutputTokens, item.Finish ?? "stop"))
        {
            Parameters = JsonSerializer.Serialize(parameters, WireQuestionsJson.Default.Writing),
            OnText = question.OnText,
        };
    }
}
