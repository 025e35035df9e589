"""Photos as phones and programs write them, with everything in them that must never be published."""

import io

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

pillow_heif.register_heif_opener()

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
MAKER = "PhoneMakerOfTheTest"
SPOKEN = "SpokenOfInTheTest"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>{SPOKEN}</dc:title></x:xmpmeta>'.encode()
TRACES = (
    MAKER.encode(),
    SPOKEN.encode(),
    b"Exif\0\0",
    b"EXIF",
    b"eXIf",
    b"XMP ",
    b"ns.adobe",
    b"ICCP",
    b"iCCP",
)
SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "HEIF": "heic"}


def corners(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Draw a picture with corners of their own: red, green, blue, white from the top left clockwise."""
    width, height = size
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("lime", (width // 2, 0, width, height // 2))
    image.paste("blue", (width // 2, height // 2, width, height))
    return image.convert(mode)


def seen_corners(image: Image.Image) -> str:
    """Name the colours of the corners from the top left clockwise: "RGBW" for an upright picture."""
    width, height = image.size
    places = ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75))
    names = ""
    for across, down in places:
        pixel = image.convert("RGB").getpixel((int(width * across), int(height * down)))
        assert isinstance(pixel, tuple)
        bright = tuple(channel > 128 for channel in pixel)
        names += {
            (True, False, False): "R",
            (False, True, False): "G",
            (False, False, True): "B",
            (True, True, True): "W",
        }.get(bright, "?")
    return names


def stored(upright: Image.Image, orientation: int) -> Image.Image:
    """Return how a camera stores the picture that it marks with this EXIF orientation."""
    turn = Image.Transpose
    inverse = {
        2: turn.FLIP_LEFT_RIGHT,
        3: turn.ROTATE_180,
        4: turn.FLIP_TOP_BOTTOM,
        5: turn.TRANSPOSE,
        6: turn.ROTATE_90,
        7: turn.TRANSVERSE,
        8: turn.ROTATE_270,
    }
    return upright.transpose(inverse[orientation]) if orientation in inverse else upright


def tagged(kind: str, size: tuple[int, int] = (400, 300), orientation: int = 1) -> bytes:
    """Write a picture with maker, place, XMP, comment and colour profile."""
    exif = Image.Exif()
    exif[MAKE] = MAKER
    exif[ORIENTATION] = orientation
    exif[GPS] = {1: "N", 2: (21.0, 1.0, 41.0), 3: "E", 4: (105.0, 46.0, 6.0)}
    options: dict[str, object] = {"exif": exif.tobytes()}
    options["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if kind == "JPEG":
        options |= {"comment": f"{SPOKEN} in a comment".encode(), "xmp": XMP, "quality": 95}
    if kind == "PNG":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", f"{SPOKEN} in a text", zip=False)
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options["pnginfo"] = texts
    if kind in ("WEBP", "HEIF"):
        options["xmp"] = XMP
    if kind == "WEBP":
        options["lossless"] = True
    buffer = io.BytesIO()
    stored(corners(size), orientation).save(buffer, kind, **options)
    return buffer.getvalue()
