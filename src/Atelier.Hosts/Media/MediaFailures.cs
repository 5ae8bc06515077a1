using Atelier.Hosts.Pools;
using Atelier.Sdk;

namespace Atelier.Hosts.Media;

/// <summary>The protocol's error codes as failures of a step.</summary>
internal static class MediaFailures
{
    public static StepFailure From(HostAnswer.Refused refused) => refused.Code switch
    {
        "unreadable" => StepFailure.Permanent("ATL5501", $"{refused.Message}; get the file again", refused.Detail),
        "unsupported" => StepFailure.Permanent("ATL5502", $"{refused.Message} (readable are JPEG, PNG, WebP, AVIF, TIFF, GIF, SVG)", refused.Detail),
        "too_large" => StepFailure.Permanent("ATL5503", $"{refused.Message}; raise `max_pixels` of the media host if it is meant to be that large", refused.Detail),
        "outside" => StepFailure.Permanent("ATL5504", refused.Message, refused.Detail),
        "not_found" => StepFailure.Permanent("ATL5505", refused.Message, refused.Detail),
        "write_failed" => StepFailure.Transient("ATL5506", refused.Message, refused.Detail),
        "bad_request" => StepFailure.Permanent("ATL5507", $"the media host does not take this: {refused.Message}", refused.Detail),
        _ => StepFailure.Permanent("ATL5508", $"the media host failed: {refused.Message}", refused.Detail),
    };
}
