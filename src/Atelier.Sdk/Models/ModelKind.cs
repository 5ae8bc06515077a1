namespace Atelier.Sdk.Models;

/// <summary>What a model is; decides which questions it answers. Written in kebab-case in <c>models:</c>.</summary>
public enum ModelKind
{
    /// <summary>CLIP (Radford et al. 2021): pictures and texts into one space.</summary>
    Clip,

    /// <summary>SigLIP (Zhai et al. 2023): as CLIP, with sigmoid scores.</summary>
    Siglip,

    /// <summary>RT-DETR (Zhao et al. 2023): boxes, labels, scores.</summary>
    RtDetr,

    /// <summary>SAM 2 (Ravi et al. 2024): masks from points and boxes.</summary>
    Sam2,

    /// <summary>NIMA (Talebi and Milanfar 2018): shares of the scores 1 to 10.</summary>
    Nima,

    /// <summary>A BERT-like tagger: labels of words.</summary>
    TokenClassification,

    /// <summary>A sentence encoder: texts into vectors.</summary>
    FeatureExtraction,

    /// <summary>A vision-language model (Qwen2.5-VL): text about pictures.</summary>
    Vlm,

    /// <summary>A language model.</summary>
    TextGeneration,

    /// <summary>Any ONNX graph with declared preprocessing and post-processing.</summary>
    Onnx,

    /// <summary>A chat or embedding model behind an OpenAI-compatible server.</summary>
    Openai,
}
