using System.Collections.Frozen;

namespace Atelier.Actions.Images.Metadata;

/// <summary>The fields of EXIF 2.32 that people ask for, by tag.</summary>
internal static class ExifTags
{
    public const ushort ImageDescription = 0x010E;
    public const ushort Artist = 0x013B;
    public const ushort Copyright = 0x8298;
    public const ushort ExifFolder = 0x8769;
    public const ushort GpsFolder = 0x8825;

    public static readonly FrozenDictionary<ushort, string> Main = new Dictionary<ushort, string>
    {
        [ImageDescription] = "ImageDescription",
        [0x010F] = "Make",
        [0x0110] = "Model",
        [0x0112] = "Orientation",
        [0x0131] = "Software",
        [0x0132] = "DateTime",
        [Artist] = "Artist",
        [Copyright] = "Copyright",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<ushort, string> Exif = new Dictionary<ushort, string>
    {
        [0x829A] = "ExposureTime",
        [0x829D] = "FNumber",
        [0x8822] = "ExposureProgram",
        [0x8827] = "PhotographicSensitivity",
        [0x9003] = "DateTimeOriginal",
        [0x9004] = "DateTimeDigitized",
        [0x9010] = "OffsetTime",
        [0x9011] = "OffsetTimeOriginal",
        [0x9291] = "SubSecTimeOriginal",
        [0x9204] = "ExposureBiasValue",
        [0x9207] = "MeteringMode",
        [0x9209] = "Flash",
        [0x920A] = "FocalLength",
        [0xA402] = "ExposureMode",
        [0xA403] = "WhiteBalance",
        [0xA405] = "FocalLengthIn35mmFilm",
        [0xA430] = "CameraOwnerName",
        [0xA431] = "BodySerialNumber",
        [0xA433] = "LensMake",
        [0xA434] = "LensModel",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<ushort, string> Gps = new Dictionary<ushort, string>
    {
        [0x0001] = "GPSLatitudeRef",
        [0x0002] = "GPSLatitude",
        [0x0003] = "GPSLongitudeRef",
        [0x0004] = "GPSLongitude",
        [0x0006] = "GPSAltitude",
    }.ToFrozenDictionary();
}
